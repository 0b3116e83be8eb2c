import ConsultLog
import LogProofs
import TransparencyLogs
import WitnessFakes

/// A log, its witnesses and its collector.
struct CollectorBench: Sendable {
    static let names = ["w1", "w2", "w3"]

    let samples = WitnessSamples()
    let log: SampleLog
    let transport: ScriptedTransport
    let storages: [InMemoryWitnessStorage]
    let witnesses: [Witness]
    let notes = CosignatureNotes()
    let clock = TestSeconds()
    let policy: TrustPolicy

    /// Three witnesses; the policy asks for a number of them.
    init(quorum: Int = 2) throws {
        log = SampleLog(samples.tree)
        let known = WitnessedLog(origin: samples.origin, keys: [try samples.signer().verifier])
        var text = ""
        var witnesses: [Witness] = []
        var storages: [InMemoryWitnessStorage] = []
        for (index, name) in Self.names.enumerated() {
            let cosigner = try WitnessSamples.cosigner(
                "witness.example/\(name)", seed: UInt8(101 + index))
            let storage = InMemoryWitnessStorage()
            storages.append(storage)
            witnesses.append(
                Witness(
                    rules: WitnessRules(cosigner: cosigner, logs: [known]), storage: storage,
                    now: { [clock] in clock.now }, onFailedSync: {}))
            text += "witness \(name) \(cosigner.verifier) https://\(name)/\n"
        }
        text += "group g \(quorum) \(Self.names.joined(separator: " "))\nquorum g\n"
        policy = try TrustPolicy(parsing: Array(text.utf8))
        transport = ScriptedTransport(
            Dictionary(
                uniqueKeysWithValues: zip(Self.names.map { "https://\($0)" }, witnesses).map {
                    ($0, .witness($1))
                }))
        self.witnesses = witnesses
        self.storages = storages
    }

    func collector(
        oldest: Int64 = 600, arbiter: (any LogArbiter)? = nil
    ) async throws -> CosignatureCollector {
        try await CosignatureCollector(
            policy: policy, logKeys: [try samples.signer().verifier], checkpoints: log, tree: log,
            transport: transport, store: log, observer: notes,
            arbiter: arbiter, oldest: oldest, now: { [clock] in clock.now })
    }

    /// Lets the log have a size.
    func grow(to size: Int, in tree: SampleTree? = nil) throws {
        log.set(try samples.checkpoint(of: size, in: tree), in: tree ?? samples.tree)
    }

    func set(_ index: Int, _ behaviour: ScriptedTransport.Behaviour) {
        transport.set("https://" + Self.names[index], behaviour)
    }

    /// How many cosignatures a checkpoint has that the policy counts.
    func cosignatures(_ checkpoint: SignedCheckpoint?) throws -> Int {
        guard let checkpoint else { return 0 }
        return try policy.evaluate(checkpoint, besides: [samples.signer().verifier])
            .cosignatures.count
    }
}
