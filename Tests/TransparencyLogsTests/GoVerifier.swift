import Foundation
import TestSupport
import Testing
import TransparencyLogs

/// The program of `Tests/Interop/tlog`, which rests on the Go project's own packages.
struct GoVerifier {
    private static let packages = "/usr/share/gocode"
    private static let source = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Interop/tlog/main.go").path

    private let folder: TemporaryFolder
    private var program: String { folder.path + "/tlog" }

    /// Builds it; `nil` where there is no Go to build with.
    init?() async throws {
        let files = FileManager.default
        guard files.fileExists(atPath: "/usr/bin/go"),
            files.fileExists(atPath: Self.packages + "/src/golang.org/x/mod/sumdb/tlog")
        else { return nil }
        folder = try TemporaryFolder()
        let outcome = try await Self.run(
            ["/usr/bin/go", "build", "-o", folder.path + "/tlog", Self.source])
        try #require(outcome == .code(0), "go build ended with \(outcome)")
    }

    /// Whether it finds nothing wrong with a log.
    func accepts(_ log: ExportedLog) async throws -> Bool {
        try await Self.run([program, log.folder.path, log.key.description]) == .code(0)
    }

    private static func run(_ arguments: [String]) async throws -> Program.End {
        try await Program.run(
            arguments, environment: ["GO111MODULE": "off", "GOPATH": packages]
        ).end
    }
}
