import ConsultLog
import ConsultLogFakes
import LogProofs
import LogProofsFakes
import Testing
import TransparencyLogs
import WitnessFakes

/// The keeper of a tree, the collector and a witness, put together.
struct CosigningTests {
    private let samples: ProofSamples
    private let witness: Witness
    private let policy: TrustPolicy
    private let shelf = InMemoryCheckpointShelf()

    init() throws {
        samples = try ProofSamples()
        let cosigner = try WitnessSamples.cosigner()
        let log = WitnessedLog(origin: samples.origin, keys: [samples.signer.verifier])
        witness = Witness(
            rules: WitnessRules(cosigner: cosigner, logs: [log]),
            storage: InMemoryWitnessStorage(), now: { LogBench.time }, onFailedSync: {})
        policy = try TrustPolicy(
            parsing: Array("witness w \(cosigner.verifier) https://w\nquorum w\n".utf8))
    }

    private func keeper(_ tree: InMemoryTreeStorage) async throws -> TreeKeeper {
        try await TreeKeeper(
            tree, checkpoints: samples.keeper(tree, shelf), observer: NotedTree(),
            now: { LogBench.time }, onFailedSync: {})
    }

    private func collector(
        _ tree: InMemoryTreeStorage, _ checkpoints: CheckpointKeeper
    ) async throws -> CosignatureCollector {
        try await CosignatureCollector(
            policy: policy, logKeys: [samples.signer.verifier], checkpoints: checkpoints,
            tree: StoredTreeGrowth(tree),
            transport: ScriptedTransport(["https://w": .witness(witness)]), store: checkpoints,
            observer: CosignatureNotes(), oldest: 600, now: { LogBench.time })
    }

    @Test("what the keeper signs is cosigned, and kept as witnessed in both places")
    func cosigns() async throws {
        let entries = InMemoryConsultLogStorage()
        let tree = InMemoryTreeStorage(over: entries)
        let filler = try await LogFiller(entries)
        let keeper = try await keeper(tree)
        for count in [1, 300, 7] {
            try await filler.append(count)
            await keeper.turn()
            await (try await collector(tree, keeper.checkpoints)).collect()
            let newest = try #require(await keeper.checkpoints.last(.auditors))
            let witnessed = try #require(await shelf.checkpoints[.witnessed])
            #expect(witnessed.unverified == newest.unverified)
            #expect(try await tree.lastCheckpoint(.witnessed) == witnessed)
            let keys = [samples.signer.verifier]
            #expect(try policy.evaluate(witnessed, besides: keys).cosignatures.count == 1)
        }
    }

    @Test("a database that lost what was witnessed is not taken, and the witness knows it too")
    func refusesRollback() async throws {
        let entries = InMemoryConsultLogStorage()
        let tree = InMemoryTreeStorage(over: entries)
        try await LogFiller(entries).append(20)
        let first = try await keeper(tree)
        await first.turn()
        await (try await collector(tree, first.checkpoints)).collect()
        let older = InMemoryConsultLogStorage()
        let rest = InMemoryTreeStorage(over: older)
        try await LogFiller(older).append(5)
        await #expect(throws: SequencingFailure.self) { try await keeper(rest) }
        // Without anything of before, only the witness remembers.
        let forgetful = try await TreeKeeper(
            rest, checkpoints: samples.keeper(rest, InMemoryCheckpointShelf()),
            observer: NotedTree(), now: { LogBench.time }, onFailedSync: {})
        await forgetful.turn()
        let collector = try await collector(rest, forgetful.checkpoints)
        await collector.collect()
        #expect(
            await collector.status.deviation
                == .rolledBack(witness: "w", witnessed: 20, own: 5))
    }
}
