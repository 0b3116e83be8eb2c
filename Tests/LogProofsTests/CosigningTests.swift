import ConsultLog
import ConsultLogFakes
import Facts
import LogProofs
import LogProofsFakes
import Synchronization
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
        _ tree: InMemoryTreeStorage, _ checkpoints: CheckpointKeeper,
        arbiter: (any LogArbiter)? = nil, _ transport: ScriptedTransport? = nil
    ) async throws -> CosignatureCollector {
        try await CosignatureCollector(
            policy: policy, logKeys: [samples.signer.verifier], checkpoints: checkpoints,
            tree: StoredTreeGrowth(tree),
            transport: transport ?? ScriptedTransport(["https://w": .witness(witness)]),
            store: checkpoints, observer: CosignatureNotes(), arbiter: arbiter, oldest: 600,
            now: { LogBench.time })
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
            let served = ServedLog(tree, checkpoints: keeper.checkpoints, isPublic: false)
            #expect(try await served.bytes(of: .checkpoint) == witnessed.bytes)
            let keys = [samples.signer.verifier]
            #expect(try policy.evaluate(witnessed, besides: keys).cosignatures.count == 1)
        }
    }

    /// A clock that is set by hand.
    private final class Clock: Sendable {
        private let time = Mutex(LogBench.time)
        func now() -> Timestamp { time.withLock { $0 } }
        func advance(seconds: Int64) {
            time.withLock {
                $0 = Timestamp(milliseconds: $0.milliseconds + seconds * 1000)
            }
        }
    }

    @Test(
        "under load the public gets a checkpoint with its quorum, or without one when it is late",
        arguments: [true, false])
    func publishesCosigned(witnessAnswers: Bool) async throws {
        let entries = InMemoryConsultLogStorage()
        let tree = InMemoryTreeStorage(over: entries)
        let filler = try await LogFiller(entries)
        let clock = Clock()
        let keeper = try await TreeKeeper(
            tree, checkpoints: samples.keeper(tree, shelf),
            settings: TreeKeeper.Settings(patience: .seconds(30)), observer: NotedTree(),
            now: { clock.now() }, onFailedSync: {})
        let collector = try await collector(tree, keeper.checkpoints)
        for hour in 1...3 {
            try await filler.append(10)
            await keeper.turn()
            let due = try #require(await keeper.checkpoints.last(.auditors)).unverified.size
            // The log grows on before anybody asks the witness, and while it is asked.
            try await filler.append(10)
            await keeper.turn()
            if witnessAnswers { await collector.collect() }
            #expect(await shelf.checkpoints[.published]?.unverified.size != due)
            try await filler.append(10)
            clock.advance(seconds: witnessAnswers ? 1 : 31)
            await keeper.turn()
            let published = try #require(await shelf.checkpoints[.published])
            #expect(published.unverified.size == due)
            let isCosigned =
                (try? policy.evaluate(published, besides: [samples.signer.verifier])) != nil
            #expect(isCosigned == witnessAnswers)
            // Later ones are cosigned too, and take nothing from what was published.
            await collector.collect()
            #expect(await keeper.checkpoints.shown(.published) == published)
            let newest = await keeper.checkpoints.last(.auditors)?.unverified
            #expect(await shelf.checkpoints[.witnessed]?.unverified == newest)
            clock.advance(seconds: Int64(3600 * hour))
        }
        await keeper.finish()
        let last = await keeper.checkpoints.last(.auditors)?.unverified.size
        #expect(await shelf.checkpoints[.published]?.unverified.size == last)
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

    /// A log of so many entries, of which nobody but the witness remembers what was before.
    private func forgetfulLog(
        _ count: Int, seed: UInt64 = 1
    ) async throws -> ForgetfulLog {
        let entries = InMemoryConsultLogStorage()
        let tree = InMemoryTreeStorage(over: entries)
        try await LogFiller(entries, seed: seed).append(count)
        let (shelf, noted) = (InMemoryCheckpointShelf(), NotedTree())
        let keeper = try await TreeKeeper(
            tree, checkpoints: samples.keeper(tree, shelf), observer: noted,
            now: { LogBench.time }, onFailedSync: {})
        await keeper.turn()
        return ForgetfulLog(
            entries: entries, tree: tree, shelf: shelf, noted: noted, keeper: keeper)
    }

    private struct ForgetfulLog {
        let entries: InMemoryConsultLogStorage
        let tree: InMemoryTreeStorage
        let shelf: InMemoryCheckpointShelf
        let noted: NotedTree
        let keeper: TreeKeeper
    }

    /// Has twenty entries witnessed, and returns the log's last checkpoint.
    private func witnessTwenty() async throws -> SignedCheckpoint {
        let log = try await forgetfulLog(20)
        await (try await collector(log.tree, log.keeper.checkpoints)).collect()
        return try #require(await log.shelf.checkpoints[.witnessed])
    }

    @Test(
        "what a witness shows to be longer or another makes the log read-only, now and later",
        arguments: [
            (5, 1, SequencingFailure.shortened(tree: 5, checkpoint: 20, .witnessed)),
            (20, 2, .forked(at: 20, .witnessed)), (23, 2, .forked(at: 20, .witnessed)),
        ])
    func stopsRefutedLog(count: Int, seed: UInt64, failure: SequencingFailure) async throws {
        let witnessed = try await witnessTwenty()
        let log = try await forgetfulLog(count, seed: seed)
        let collector = try await collector(
            log.tree, log.keeper.checkpoints, arbiter: log.keeper)
        await collector.collect()
        #expect(await collector.status.isProven)
        #expect(log.keeper.isReadOnly)
        #expect(log.noted.failures == [failure])
        #expect(await log.keeper.lastFailure == failure)

        // Nothing is taken, and nothing signed.
        let storage = SequencedLogStorage(log.entries, keptBy: log.keeper)
        await #expect(throws: LogFailure.notWritten(.readOnly)) {
            try await LogFiller(storage).append(1)
        }
        try await LogFiller(log.entries, seed: 3).append(30)
        await log.keeper.finish()
        #expect(try await log.tree.head().size == UInt64(count))
        #expect(await log.keeper.checkpoints.last(.auditors)?.unverified.size == UInt64(count))

        // What other witnesses still cosign does not take the place of what shows it.
        let own = try #require(await log.keeper.checkpoints.last(.auditors))
        await #expect(throws: StorageFailure.notWritten(.readOnly)) {
            try await log.keeper.checkpoints.keep(own)
        }

        // The next start finds it too.
        #expect(await log.shelf.checkpoints[.witnessed] == witnessed)
        await #expect(throws: failure) {
            try await TreeKeeper(
                log.tree, checkpoints: samples.keeper(log.tree, log.shelf),
                observer: NotedTree(), now: { LogBench.time }, onFailedSync: {})
        }
    }

    @Test("a witness's word alone is an alarm, and stops nothing", arguments: 0..<5)
    func doubtsWords(lie: Int) async throws {
        let witnessed = try await witnessTwenty()
        let log = try await forgetfulLog(5)
        let own = try #require(await log.keeper.checkpoints.last(.auditors))
        let stranger = try ProofSamples(seed: 9).signer
        let cosigner = try WitnessSamples.cosigner()
        let other = try WitnessSamples.cosigner("witness.example/other", seed: 77)
        let forged = try witnessed.unverified.signed(by: stranger)
        let plain = try witnessed.unverified.signed(by: samples.signer)
        // Nothing; not the log's; not cosigned; another witness's; the log's own beginning.
        let shown: [SignedCheckpoint?] = [
            nil, try forged.adding([cosigner.sign(forged.unverified, at: 1)]), plain,
            try plain.adding([other.sign(plain.unverified, at: 1)]),
            try own.adding([cosigner.sign(own.unverified, at: 1)]),
        ]
        let transport = ScriptedTransport([
            "https://w": .answers(
                WitnessReply(
                    status: 409, contentType: "text/x.tlog.size", body: Array("20\n".utf8)))
        ])
        if let bytes = shown[lie]?.bytes {
            transport.show(
                WitnessReply(status: 200, contentType: "text/plain", body: bytes), at: "https://w")
        }
        let collector = try await collector(
            log.tree, log.keeper.checkpoints, arbiter: log.keeper, transport)
        await collector.collect()
        #expect(
            await collector.status.deviation
                == .rolledBack(witness: "w", witnessed: 20, own: 5))
        #expect(await !collector.status.isProven)
        #expect(!log.keeper.isReadOnly)
        try await LogFiller(SequencedLogStorage(log.entries, keptBy: log.keeper), seed: 4)
            .append(1)
        await log.keeper.turn()
        #expect(await log.keeper.checkpoints.last(.auditors)?.unverified.size == 6)
    }
}
