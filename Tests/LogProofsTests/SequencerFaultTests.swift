import ConsultLog
import ConsultLogFakes
import LogProofs
import LogProofsFakes
import Testing
import TransparencyLogs

struct SequencerFaultTests {
    private let log = InMemoryConsultLogStorage()
    private let tree: InMemoryTreeStorage

    init() { tree = InMemoryTreeStorage(over: log) }

    private func rootIsRight() async throws -> Bool {
        let head = try await tree.head()
        let leaves = await log.entries.prefix(Int(head.size)).map { TreeHash.leaf($0.bytes) }
        return head.root == NaiveTree(leaves).root
    }

    @Test("of two sequencers the older one stops, and says so for good")
    func onlyOneSequences() async throws {
        let filler = try await LogFiller(log)
        try await filler.append(10)
        let older = try await Sequencer(tree, after: [])
        _ = try await older.step(limit: 4)
        let newer = try await Sequencer(tree, after: [])
        for _ in 0..<2 {
            await #expect(throws: SequencingFailure.superseded) { try await older.step() }
        }
        #expect(try await newer.catchUp() == 6)
        #expect(try await rootIsRight())
    }

    @Test(
        "a step that certainly failed is taken again", arguments: NotWritten.allCases)
    func takesAgain(_ reason: NotWritten) async throws {
        try await LogFiller(log).append(10)
        let sequencer = try await Sequencer(tree, after: [])
        await tree.fail(.notWritten(reason))
        await #expect(throws: SequencingFailure.storage(.notWritten(reason))) {
            try await sequencer.step()
        }
        #expect(try await sequencer.catchUp() == 10)
        #expect(try await rootIsRight())
    }

    @Test(
        "after a doubtful step it looks: what was kept counts, what was lost is taken again",
        arguments: [(InMemoryTreeStorage.Fault.doubtfulAndKept, 10), (.doubtfulAndLost, 0)])
    func looksAfterDoubt(_ fault: InMemoryTreeStorage.Fault, _ kept: Int) async throws {
        try await LogFiller(log).append(10)
        let sequencer = try await Sequencer(tree, after: [])
        await tree.fail(fault)
        #expect(try await sequencer.step() == kept)
        #expect(try await sequencer.catchUp() == 10 - kept)
        #expect(try await rootIsRight())
    }

    @Test(
        "when it cannot look, the look comes before the next step",
        arguments: [InMemoryTreeStorage.Fault.doubtfulAndKept, .doubtfulAndLost])
    func looksLater(_ fault: InMemoryTreeStorage.Fault) async throws {
        let filler = try await LogFiller(log)
        try await filler.append(10)
        let sequencer = try await Sequencer(tree, after: [])
        await tree.fail(fault)
        await tree.setBlind(true)
        for _ in 0..<2 {
            await #expect(throws: SequencingFailure.storage(.unreadable)) {
                try await sequencer.step()
            }
        }
        await tree.setBlind(false)
        try await filler.append(3)
        _ = try await sequencer.catchUp()
        #expect(try await tree.head().size == 13)
        #expect(try await rootIsRight())
    }

    @Test("after a failed sync it stops for good")
    func stopsAfterAFailedSync() async throws {
        try await LogFiller(log).append(10)
        let sequencer = try await Sequencer(tree, after: [])
        await tree.fail(.syncFailed)
        for _ in 0..<2 {
            await #expect(throws: SequencingFailure.storage(.syncFailed)) {
                try await sequencer.step()
            }
        }
        #expect(try await tree.head().size == 0)
    }

    @Test("a log that is shorter than a checkpoint is not taken, and both sizes are named")
    func refusesAShorterLog() async throws {
        try await LogFiller(log).append(10)
        let sequencer = try await Sequencer(tree, after: [])
        _ = try await sequencer.step(limit: 6)
        let before = await tree.state
        _ = try await sequencer.catchUp()
        let head = await sequencer.head
        let origin = try ProofSamples().origin
        let known = KnownCheckpoint(
            Checkpoint(origin: origin, size: head.size, root: head.root), .published)
        await tree.set(before)
        let failure = SequencingFailure.shortened(tree: 6, checkpoint: 10, .published)
        await #expect(throws: failure) { try await Sequencer(tree, after: [known]) }
        #expect(failure.description.contains("6") && failure.description.contains("10"))
        // Nothing was written: not even the epoch moved.
        #expect(await tree.state.head == before.head)
    }

    @Test("a log with another root at a checkpoint's size is not taken")
    func refusesAFork() async throws {
        try await LogFiller(log).append(10)
        _ = try await Sequencer(tree, after: []).catchUp()
        let origin = try ProofSamples().origin
        let known = KnownCheckpoint(
            Checkpoint(origin: origin, size: 7, root: .leaf([1])), .witnessed)
        await #expect(throws: SequencingFailure.forked(at: 7, .witnessed)) {
            try await Sequencer(tree, after: [known])
        }
    }

    @Test(
        "a tile that lacks, is cut off or has a flipped bit is found at the start", arguments: 0..<3
    )
    func findsDamagedTiles(_ kind: Int) async throws {
        try await LogFiller(log).append(300)
        _ = try await Sequencer(tree, after: []).catchUp()
        var state = await tree.state
        for place in state.tiles.keys where place.index == 1 {
            switch kind {
            case 0: state.tiles[place] = nil
            case 1: state.tiles[place]?.removeLast()
            case _: state.tiles[place]?[40] ^= 1
            }
        }
        await tree.set(state)
        await #expect(throws: SequencingFailure.damagedTree(size: 300)) {
            try await Sequencer(tree, after: [])
        }
    }
}
