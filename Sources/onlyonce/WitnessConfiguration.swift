import Foundation
import LogProofs
import StrictYAML
import TransparencyLogs

/// Everything that decides about a witness, read from a YAML file of its own and checked once, at
/// start (`Contracts/witness`). Paths are relative to the folder of the file.
struct WitnessConfiguration: Sendable {
    /// The name of its key, and so its own.
    let name: KeyName
    let host: String
    /// 0: any free one.
    let port: Int
    /// `nil`: without TLS, on the loopback address alone.
    let identity: Identity?
    /// The file of the private key.
    let key: String
    /// The folder of the records, which a running witness owns.
    let data: String
    let logs: [WitnessedLog]

    /// A server certificate and its key.
    struct Identity: Sendable {
        let certificate: String
        let privateKey: String
    }

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "::1"]

    /// - Throws: ``UsageError`` that names every wrong key, with its line.
    init(file: String) throws(UsageError) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw UsageError("\(file) cannot be read")
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        do throws(YAMLIssues) {
            var reader = try YAMLReader(parsing: Array(bytes))
            self = try WitnessConfiguration(&reader, folder: folder)
        } catch {
            throw UsageError("\(file) is not a valid configuration:\n\(error)")
        }
    }

    private init(_ reader: inout YAMLReader, folder: String) throws(YAMLIssues) {
        let name = reader.text("name", expected: "a name without spaces or plus signs") {
            KeyName($0)
        }
        let host = reader.text("host")
        let port = reader.port("port")
        let certificate =
            reader.has("certificate") ? reader.filePath("certificate", in: folder) : nil
        let privateKey = reader.has("privateKey") ? reader.filePath("privateKey", in: folder) : nil
        switch (certificate, privateKey) {
        case (nil, .some): reader.report(.missing, at: "certificate")
        case (.some, nil): reader.report(.missing, at: "privateKey")
        case (nil, nil):
            if let host, !Self.loopback.contains(host) {
                reader.report(
                    .invalid(expected: "the loopback address, unless there is a certificate"),
                    at: "host")
            }
        case (.some, .some): break
        }
        let key = reader.filePath("key", in: folder)
        let data = reader.filePath("data", in: folder)
        let logs = reader.list("logs") { $0.witnessedLog() }
        if logs?.isEmpty == true {
            reader.report(.invalid(expected: "one log at least"), at: "logs")
        }
        let values = try reader.complete(name, host, port, key, data, logs)
        self.name = values.0
        self.host = values.1
        self.port = values.2
        self.key = values.3
        self.data = values.4
        self.logs = values.5
        if let certificate, let privateKey {
            identity = Identity(certificate: certificate, privateKey: privateKey)
        } else {
            identity = nil
        }
    }
}

extension YAMLReader {
    fileprivate mutating func witnessedLog() -> WitnessedLog? {
        let key = text("key", expected: "the verifier key of a log") { text in
            let key = try VerifierKey(parsing: text)
            return key.algorithm == .ed25519 ? key : nil
        }
        let origin =
            has("origin")
            ? text("origin", expected: "the first line of the log's checkpoints") { LogOrigin($0) }
            : key.map { LogOrigin($0.name) }
        guard let key, let origin else { return nil }
        return WitnessedLog(origin: origin, keys: [key])
    }
}
