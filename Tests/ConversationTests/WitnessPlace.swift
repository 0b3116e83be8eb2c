import DevelopmentCertificates
import Facts
import Foundation
import HTTPTransfers
import LogProofs
import TestSupport
import Testing
import TransparencyLogs
import WitnessFakes

@testable import onlyonce

/// A folder with the configuration and the data of one witness, and how to speak to it.
struct WitnessPlace: Sendable {
    let folder: String
    let pki: DevelopmentPKI
    let samples = WitnessSamples()
    let engine: TransferEngine
    var configuration: String { folder + "/witness.yaml" }

    /// Makes certificates, the configuration and, with the program itself, the key.
    ///
    /// - Parameters:
    ///   - isPlain: whether it speaks HTTP without TLS.
    ///   - log: the log that it witnesses; without one, that of the samples.
    init(isPlain: Bool = false, log: String? = nil) async throws {
        engine = try TransferEngine()
        folder = NSTemporaryDirectory() + "witness-\(UUID().uuidString)"
        pki = try DevelopmentPKI.ensure(at: folder + "/certificates", now: Date())
        let identity = """
            certificate: \(pki.gatewayServer.certificate)
            privateKey: \(pki.gatewayServer.privateKey)
            """
        let log = try log ?? samples.signer().verifier.description
        let text = """
            name: witness.example/dpo
            host: localhost
            port: 0
            \(isPlain ? "" : identity)
            key: secrets/witness.key
            data: data
            logs:
              - key: \(log)

            """
        try text.write(toFile: configuration, atomically: true, encoding: .utf8)
    }

    /// Makes the key, or reads the one that is there.
    func key() async throws -> VerifierKey {
        let made = try await Program.run([
            Place.program, "witness", "key", "create", "--config", configuration,
        ])
        try #require(made.end == .code(0), "\(made.errors)")
        return try VerifierKey(parsing: String(made.output.dropLast()))
    }

    /// Starts the witness and waits until it listens; where, is the URL.
    func start() async throws -> (program: Program, url: String) {
        let program = try Program([
            Place.program, "witness", "serve", "--config", configuration,
        ])
        try #require(await program.says("witness     "), "\(program.errors)")
        let line = program.output.split(separator: "\n").first { $0.hasPrefix("witness ") }
        return (program, String(try #require(line?.split(separator: " ").last)))
    }

    func transport(trusting authority: String? = nil) -> HTTPSWitnessTransport {
        HTTPSWitnessTransport(
            engine: engine,
            identity: TLSIdentity(
                certificate: nil, authoritiesPath: authority ?? pki.applicationAuthority),
            deadline: .seconds(20))
    }

    /// A collector of a log's cosignatures, of which this witness is the quorum.
    func collector(
        _ log: SampleLog, _ key: VerifierKey, at url: String, trusting authority: String? = nil
    ) async throws -> CosignatureCollector {
        let text = "witness dpo \(key) \(url)\nquorum dpo\n"
        return try await CosignatureCollector(
            policy: TrustPolicy(parsing: Array(text.utf8)),
            logKeys: [samples.signer().verifier], checkpoints: log, tree: log,
            transport: transport(trusting: authority), store: log, observer: CosignatureNotes(),
            arbiter: nil, oldest: 600, now: { SystemTime.now() })
    }

    func post(_ body: [UInt8], to url: String) async throws -> WitnessReply {
        try await transport().post(body, to: url + "/add-checkpoint")
    }

    func remove() async {
        await engine.shutdown()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
