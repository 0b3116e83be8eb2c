import ConsultLog
import ConsultLogFakes
import Facts
import LogProofs
import LogProofsFakes
import Synchronization
import Testing
import TransparencyLogs

struct TreeKeeperTests {
    private let log = InMemoryConsultLogStorage()
    private let tree: InMemoryTreeStorage
    private let shelf = InMemoryCheckpointShelf()
    private let noted = NotedTree()
    private let samples: ProofSamples
    private let clock = Clock()

    init() throws {
        tree = InMemoryTreeStorage(over: log)
        samples = try ProofSamples()
    }

    /// A clock that is set by hand.
    private final class Clock: Sendable {
        private let time = Mutex(LogBench.time)
        func now() -> Timestamp { time.withLock { $0 } }
        func advance(hours: Int64) {
            time.withLock {
                $0 = Timestamp(milliseconds: $0.milliseconds + hours * 3_600_000)
            }
        }
    }

    private func keeper(
        _ samples: ProofSamples? = nil, onFailedSync: @escaping @Sendable () -> Void = {}
    ) async throws -> TreeKeeper {
        let clock = clock
        return try await TreeKeeper(
            tree, checkpoints: (samples ?? self.samples).keeper(tree, shelf), observer: noted,
            now: { clock.now() }, onFailedSync: onFailedSync)
    }

    private func publishedSize() async -> UInt64? {
        await shelf.checkpoints[.published]?.unverified.size
    }

    @Test("auditors get a checkpoint each turn, the public one an hour")
    func publishesByTheHour() async throws {
        let filler = try await LogFiller(log)
        let keeper = try await keeper()
        for count in [1, 2, 3] {
            try await filler.append(1)
            await keeper.turn()
            let signed = try #require(await keeper.checkpoints.last(.auditors))
            let checkpoint = try signed.verify(
                origin: samples.origin, keys: [samples.signer.verifier])
            #expect(checkpoint.size == UInt64(count))
        }
        #expect(await publishedSize() == 1)
        clock.advance(hours: 1)
        await keeper.turn()
        #expect(await publishedSize() == 3)
    }

    @Test("a clock that jumps back or ahead by years costs one more checkpoint, no fewer")
    func survivesJumps() async throws {
        let filler = try await LogFiller(log)
        let keeper = try await keeper()
        var size: UInt64 = 0
        for jump in [0, 90_000, -180_000, 1, 1] as [Int64] {
            try await filler.append(1)
            size += 1
            clock.advance(hours: jump)
            await keeper.turn()
            #expect(await publishedSize() == size)
        }
    }

    @Test("however many turns are asked for at once, checkpoints only grow")
    func neverGoesBack() async throws {
        let filler = try await LogFiller(log)
        let keeper = try await keeper()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await filler.append(3)
                    await keeper.turn()
                }
            }
            try await group.waitForAll()
        }
        let sizes = await tree.state.checkpoints[.auditors]?.map(\.unverified.size) ?? []
        #expect(sizes == sizes.sorted())
        #expect(sizes.last == 60)
    }

    @Test("at the end the rest is sequenced and published")
    func finishes() async throws {
        let filler = try await LogFiller(log)
        let keeper = try await keeper()
        await keeper.turn()
        try await filler.append(5)
        await keeper.finish()
        #expect(await publishedSize() == 5)
        #expect(await tree.state.head.size == 5)
    }

    @Test("while it runs, an append is seen without being asked for")
    func isWoken() async throws {
        let keeper = try await keeper()
        let storage = SequencedLogStorage(log, keptBy: keeper)
        let filler = try await LogFiller(storage)
        // Without a sleep that ends only the bell can start a turn.
        let running = Task {
            await keeper.run { duration in
                if duration >= .seconds(1) { try await Task.sleep(for: .seconds(3600)) }
            }
        }
        for size in [4, 8] {
            try await filler.append(4)
            while await keeper.checkpoints.last(.auditors)?.unverified.size != UInt64(size) {
                await Task.yield()
            }
        }
        running.cancel()
        await running.value
    }

    @Test("no checkpoint is given away that was not kept: neither in the storage nor on the shelf")
    func keepsBeforeGiving() async throws {
        let filler = try await LogFiller(log)
        let keeper = try await keeper()
        await keeper.turn()
        try await filler.append(1)
        await tree.failToPersist(.notWritten(.diskFull))
        await keeper.turn()
        #expect(await keeper.checkpoints.last(.auditors)?.unverified.size == 0)
        #expect(noted.failures == [.storage(.notWritten(.diskFull))])
        await shelf.fail(.notWritten(place: "shelf", .diskFull))
        await keeper.turn()
        #expect(await keeper.checkpoints.last(.auditors)?.unverified.size == 0)
        await keeper.turn()
        #expect(await keeper.checkpoints.last(.auditors)?.unverified.size == 1)
        #expect(await keeper.lastFailure == nil)
    }

    @Test("a crash between storage and shelf is made good at the next start")
    func survivesACrashBetween() async throws {
        let filler = try await LogFiller(log)
        try await filler.append(3)
        let first = try await keeper()
        await first.finish()
        try await filler.append(3)
        await first.turn()
        await shelf.fail(.notWritten(place: "shelf", .diskFull))
        clock.advance(hours: 1)
        await first.turn()
        let second = try await keeper()
        #expect(await second.checkpoints.last(.published)?.unverified.size == 6)
        #expect(await publishedSize() == 3)
        try await filler.append(1)
        await second.finish()
        #expect(await publishedSize() == 7)
    }

    @Test("storage that was set back behind the shelf is not gone on from")
    func refusesOlderStorage() async throws {
        let filler = try await LogFiller(log)
        try await filler.append(3)
        let first = try await keeper()
        await first.finish()
        let older = await tree.state
        try await filler.append(3)
        await first.finish()
        await tree.set(older)
        await #expect(
            throws: SequencingFailure.shortened(tree: 3, checkpoint: 6, .auditors)
        ) { try await keeper() }
    }

    @Test("a log that went on otherwise behind the shelf is a fork")
    func refusesAnotherHistory() async throws {
        try await LogFiller(log).append(3)
        let first = try await keeper()
        await first.finish()
        let other = InMemoryConsultLogStorage()
        try await LogFiller(other, seed: 2).append(5)
        let forked = InMemoryTreeStorage(over: other)
        _ = try await Sequencer(forked, after: []).catchUp()
        let clock = clock
        await #expect(throws: SequencingFailure.forked(at: 3, .auditors)) {
            try await TreeKeeper(
                forked, checkpoints: samples.keeper(forked, shelf), observer: noted,
                now: { clock.now() }, onFailedSync: {})
        }
    }

    @Test("a damaged shelf, another key and another origin are refused")
    func refusesWhatIsNotItsOwn() async throws {
        try await LogFiller(log).append(3)
        try await keeper().finish()
        let otherKey = try ProofSamples(seed: 2)
        await #expect(
            throws: SequencingFailure.foreignCheckpoint(.auditors, .note(.noKnownSignature))
        ) { try await keeper(otherKey) }
        let other = try ProofSamples("other.example.org")
        await #expect(throws: SequencingFailure.otherOrigin(samples.origin, .auditors)) {
            try await keeper(other)
        }
        await shelf.setDamage(.damaged(place: "checkpoint"))
        await #expect(throws: SequencingFailure.shelf(.damaged(place: "checkpoint"))) {
            try await keeper()
        }
    }

    @Test("a failed sync ends the process, and no checkpoint is made of it")
    func endsAfterAFailedSync() async throws {
        try await LogFiller(log).append(3)
        await confirmation { end in
            let keeper = try? await keeper { end() }
            await tree.fail(.syncFailed)
            await keeper?.turn()
            await keeper?.turn()
        }
        #expect(await shelf.checkpoints.isEmpty)
    }
}
