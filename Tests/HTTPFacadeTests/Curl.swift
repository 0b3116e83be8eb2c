import Foundation

/// The `curl` command, which shares no code with the facade.
struct Curl {
    /// What came back.
    struct Exchange: Sendable {
        /// Of the command: 0 when there was an answer.
        let exitCode: Int32
        /// Every byte of HTTP that came.
        let output: String

        var status: Int? { output.split(separator: " ").dropFirst().first.flatMap { Int($0) } }

        var body: String {
            output.firstRange(of: "\r\n\r\n").map { String(output[$0.upperBound...]) } ?? ""
        }

        /// The value of a header field, whose name is given in small letters.
        func header(_ name: String) -> String? {
            for line in output.split(separator: "\r\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name {
                    return parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            return nil
        }
    }

    /// Runs the command on a thread of its own.
    static func run(_ arguments: [String]) async throws -> Exchange {
        try await withCheckedThrowingContinuation { continuation in
            // Not a queue of Dispatch: on Linux its threads are those of Swift's own tasks.
            Thread.detachNewThread {
                continuation.resume(with: Result { try runBlocking(arguments) })
            }
        }
    }

    private static func runBlocking(_ arguments: [String]) throws -> Exchange {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["curl", "-s", "-i", "--noproxy", "*", "-m", "10", "-H", "Expect:"]
        process.arguments? += arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Exchange(
            exitCode: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
