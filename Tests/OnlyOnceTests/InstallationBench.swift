import Foundation
import Logging
import TestSupport

@testable import onlyonce

/// A folder in which a gateway can be put together; no source of it is ever called.
struct InstallationBench: Sendable {
    private let folder: TemporaryFolder
    let workplace: DemoWorkplace

    init() throws {
        folder = try TemporaryFolder()
        workplace = try DemoWorkplace(
            folder: folder.path + "/demo", certificates: folder.path + "/certificates",
            contracts: Sample.contracts)
    }

    var data: String { workplace.folder + "/data" }

    var configuration: Configuration {
        get throws {
            try workplace.configuration(
                port: 0, nationalRegister: "https://localhost:1",
                vehicleRegister: "https://localhost:1")
        }
    }

    func install() async throws -> Installation {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try await Installation(try configuration, logger: logger)
    }

    /// Puts a text in the place of a file of the workplace.
    func write(_ text: String, to name: String) throws {
        let path = workplace.folder + "/" + name
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// The files of the data directory that this process has open.
    func openFiles() throws -> [String] {
        let descriptors = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: descriptors)
            .compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: descriptors + "/" + $0)
            }
            .filter { $0.hasPrefix(data) }.sorted()
    }

    /// What of a database is not in its main file yet.
    func bytesInWAL(of name: String) -> Int {
        FileManager.default.contents(atPath: data + "/\(name)-wal")?.count ?? 0
    }
}
