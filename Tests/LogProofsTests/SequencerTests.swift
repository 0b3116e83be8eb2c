import ConsultLog
import ConsultLogFakes
import LogProofs
import LogProofsFakes
import TestSupport
import Testing
import TransparencyLogs

struct SequencerTests {
    private let log = InMemoryConsultLogStorage()
    private let tree: InMemoryTreeStorage

    init() { tree = InMemoryTreeStorage(over: log) }

    /// The root over the stored entries by the definition.
    private func naiveRoot(_ count: Int) async -> TreeHash {
        NaiveTree(await log.entries.prefix(count).map { .leaf($0.bytes) }).root
    }

    @Test("entries get their indices in the order in which they were stored")
    func sequences() async throws {
        let appended = try await LogFiller(log).append(3)
        let sequencer = try await Sequencer(tree, after: [])
        #expect(try await sequencer.step() == 3)
        #expect(try await sequencer.step() == 0)
        let entries = try await tree.entries(from: 0, limit: 9)
        let ids = try entries.map { try Entry(parsing: $0.bytes ?? []).id }
        #expect(ids == appended.map(\.id))
        #expect(await sequencer.head.root == (await naiveRoot(3)))
    }

    @Test("a step is never larger than its limit, and all are taken in the end")
    func catchesUp() async throws {
        try await LogFiller(log).append(2 * Sequencer.largestStep + 1)
        let sequencer = try await Sequencer(tree, after: [])
        #expect(try await sequencer.catchUp() == 2 * Sequencer.largestStep + 1)
        #expect(await tree.steps == [Sequencer.largestStep, Sequencer.largestStep, 1])
        #expect(await sequencer.head.root == (await naiveRoot(2 * Sequencer.largestStep + 1)))
    }

    @Test("whatever the batches, pauses and restarts, the tree is the same", arguments: 0..<12)
    func isTheSameTree(_ seed: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let filler = try await LogFiller(log)
        var sequencer = try await Sequencer(tree, after: [])
        var count = 0
        while count < 900 {
            let more = Int.random(in: 1...200, using: &generator)
            try await filler.append(more)
            count += more
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                _ = try await sequencer.step(limit: Int.random(in: 1...130, using: &generator))
            }
            if Bool.random(using: &generator) { sequencer = try await Sequencer(tree, after: []) }
        }
        _ = try await sequencer.catchUp()
        let head = try await tree.head()
        #expect(head.size == UInt64(count))
        #expect(head.root == (await naiveRoot(count)))
        let stored = StoredTree(tree, size: head.size)
        for size in [0, 1, 255, 256, 257, count - 1] {
            #expect(try await stored.root(at: UInt64(size)) == (await naiveRoot(size)))
        }
        let index = UInt64.random(in: 0..<head.size, using: &generator)
        let leaf = TreeHash.leaf(await log.entries[Int(index)].bytes)
        try await stored.inclusionProof(of: index).verify(leaf: leaf, root: head.root)
    }

    @Test("many who ask for steps at once take each entry once")
    func stepsFollowEachOther() async throws {
        try await LogFiller(log).append(500)
        let sequencer = try await Sequencer(tree, after: [])
        let taken = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await sequencer.step(limit: 40) } }
            return try await group.reduce(0, +)
        }
        #expect(taken == 500)
        #expect(await sequencer.head.root == (await naiveRoot(500)))
    }
}
