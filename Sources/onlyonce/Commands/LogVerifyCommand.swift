import ArgumentParser
import CanonicalJSON
import Foundation
import HTTPTransfers
import LogFiles
import LogProofs
import SQLiteStorage
import TransparencyLogs

/// Checks a log or a receipt, without anything of the gateway that wrote it.
struct LogVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a receipt, or every hash, entry and signature of a log.",
        discussion: """
            What is checked is a receipt, a folder that `log export` wrote, a data directory (a \
            gateway may be running on it), or a URL below which a log is published. It says what it \
            checked, or stops at the first deviation and names the index of the entry.

            It ends with 0 when everything holds, with 2 when something deviates, and with 3 when \
            the log could not be read, which says nothing of it.
            """)

    @Argument(help: "A receipt, a folder, a data directory or an https URL.")
    var subject: String

    @Option(help: "A verifier key of the log; may be repeated.")
    var key: [String] = []

    @Option(
        help: "A file that says whose signatures are needed (C2SP tlog-policy), instead of keys.",
        completion: .file())
    var policy: String?

    @Option(
        help: "A signed checkpoint that was kept: the log must only have grown from it.",
        completion: .file())
    var since: String?

    @Flag(help: "The log must publish its entries; otherwise hashes alone may be all there is.")
    var entries = false

    @Flag(help: "Look at every value of every entry too, which takes several times as long.")
    var closely = false

    @Option(help: "The certificate authorities of the server, in PEM.", completion: .file())
    var authority = "/etc/ssl/certs/ca-certificates.crt"

    @Option(help: "A client certificate, in PEM, for a server that wants one.")
    var certificate: String?

    @Option(help: "The private key of the client certificate, in PEM.")
    var certificateKey: String?

    @Flag(help: "One JSON document instead of lines.")
    var json = false

    func validate() throws {
        guard key.isEmpty != (policy == nil) else {
            throw ValidationError("give the log's --key, or a --policy")
        }
        guard (certificate == nil) == (certificateKey == nil) else {
            throw ValidationError("--certificate and --certificate-key go together")
        }
        guard !subject.hasPrefix("http://") else {
            throw ValidationError("only https URLs are read")
        }
    }

    func run() async throws {
        let verdict = try await verdict(trusting: try trust())
        print(json ? try Self.line(verdict) : verdict.lines.joined(separator: "\n"))
        if let end = verdict.end { throw end }
    }

    private func verdict(trusting policy: TrustPolicy) async throws -> LogVerdict {
        if subject.hasPrefix("https://") {
            let engine = try TransferEngine()
            let identity = TLSIdentity(
                certificate: certificate.map {
                    .init(certificatePath: $0, keyPath: certificateKey ?? $0)
                }, authoritiesPath: authority)
            let prefix = subject.hasSuffix("/") ? String(subject.dropLast()) : subject
            let source = HTTPSLogSource(engine: engine, prefix: prefix, identity: identity)
            let verdict = try await verdict(of: source, policy, mustHaveEntries: entries)
            await engine.shutdown()
            return verdict
        }
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder) else {
            throw UsageError("\(subject) is not there")
        }
        guard isFolder.boolValue else { return try receipt(policy) }
        guard FileManager.default.fileExists(atPath: subject + "/log.sqlite") else {
            return try await verdict(
                of: DirectoryLogSource(subject), policy, mustHaveEntries: entries)
        }
        let source = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteLogSource.open(dataDirectory: subject)
        }
        return try await verdict(of: source, policy, mustHaveEntries: true)
    }

    private func verdict(
        of source: some LogSource, _ policy: TrustPolicy, mustHaveEntries: Bool
    ) async throws -> LogVerdict {
        let verifier = LogVerifier(
            source, policy: policy, depth: closely ? .values : .form,
            publishes: mustHaveEntries ? .always : .perhaps)
        let older = try since.map { path in
            try Self.parsed(path, "signed checkpoint") { try SignedCheckpoint(parsing: $0) }
        }
        do throws(LogVerifierFailure) {
            return LogVerdict(try await verifier.verify(since: older))
        } catch {
            return LogVerdict(error)
        }
    }

    private func receipt(_ policy: TrustPolicy) throws -> LogVerdict {
        guard since == nil else {
            throw UsageError("--since is for a log; a receipt holds one checkpoint alone")
        }
        let bytes = try Self.read(subject)
        do throws(ReceiptFailure) {
            return LogVerdict(try Receipt(parsing: bytes).verify(policy: policy))
        } catch {
            return LogVerdict(error)
        }
    }

    private func trust() throws -> TrustPolicy {
        if let policy {
            return try Self.parsed(policy, "policy") { try TrustPolicy(parsing: $0) }
        }
        let keys = try key.map { text in
            guard let key = try? VerifierKey(parsing: text) else {
                throw UsageError("--key is no verifier key, such as `onlyonce log key` shows")
            }
            return key
        }
        return TrustPolicy(logs: keys)
    }

    private static func parsed<Value>(
        _ path: String, _ kind: String, _ parse: ([UInt8]) throws -> Value
    ) throws -> Value {
        let bytes = try read(path)
        do {
            return try parse(bytes)
        } catch {
            throw UsageError("\(path) holds no \(kind)")
        }
    }

    private static func read(_ path: String) throws(UsageError) -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw UsageError("\(path) cannot be read")
        }
        return [UInt8](content)
    }

    private static func line(_ verdict: LogVerdict) throws -> String {
        String(decoding: try verdict.document.canonicalBytes(), as: UTF8.self)
    }
}
