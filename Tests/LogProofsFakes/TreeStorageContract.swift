public import ConsultLog
public import LogProofs
import TransparencyLogs

/// What every storage of a tree promises, as checks that any of them can be put through. Each
/// returns what it found broken.
public struct TreeStorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty tree over a new, empty log to the test.
        public let violations:
            @Sendable (any TreeStorage, any ConsultLogStorage) async throws -> [String]
    }

    public static let checks: [Check] = [
        Check(description: "an unused log has an empty tree", violations: beginsEmpty),
        Check(description: "entries wait in their order", violations: queues),
        Check(description: "a step moves head, tiles and entries", violations: advances),
        Check(description: "a step from another head changes nothing", violations: compares),
        Check(description: "a new sequencer supersedes the old one", violations: supersedes),
        Check(description: "a step that skips an entry is refused", violations: refusesGaps),
        Check(description: "a wider tile serves the narrower ones", violations: narrows),
        Check(description: "the last checkpoint of each role is kept", violations: keepsLast),
    ]

    @Sendable
    private static func beginsEmpty(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        var violations: [String] = []
        if try await tree.head() != .empty { violations.append("the head is not empty") }
        if try await !tree.unsequenced(limit: 1).isEmpty { violations.append("an entry waits") }
        if try await tree.waiting() != 0 { violations.append("an entry is counted") }
        if try await !tree.entries(from: 0, limit: 1).isEmpty { violations.append("an entry") }
        for role in CheckpointRole.allCases where try await tree.lastCheckpoint(role) != nil {
            violations.append("a checkpoint")
        }
        return violations
    }

    @Sendable
    private static func queues(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        try await LogFiller(log).append(5)
        let bytes = try await log.page(after: nil, limit: 9).map(\.bytes)
        var violations: [String] = []
        if try await tree.unsequenced(limit: 9).map(\.bytes) != bytes {
            violations.append("what waits is not what was appended")
        }
        if try await tree.unsequenced(limit: 2).map(\.bytes) != Array(bytes.prefix(2)) {
            violations.append("the limit was not kept")
        }
        if try await tree.waiting() != 5 { violations.append("they are not counted") }
        return violations
    }

    @Sendable
    private static func advances(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        let appended = try await LogFiller(log).append(300)
        var builder = TreeBuilder()
        var violations: [String] = []
        for limit in [10, 280] {
            let step = try await step(&builder, tree, limit: limit)
            if try await tree.advance(step) != .advanced { violations.append("not advanced") }
            if try await tree.head() != step.new { violations.append("the head did not move") }
            for tile in step.tiles {
                if try await tree.tiles([tile.coordinate]) != [tile.bytes] {
                    violations.append("a tile is not there")
                }
            }
        }
        let bytes = try await log.page(after: nil, limit: 300).map(\.bytes)
        let entries = try await tree.entries(from: 5, limit: 500)
        if entries.map(\.index) != Array(5..<290) || entries.map(\.bytes) != Array(bytes[5..<290]) {
            violations.append("the entries are not at their indices")
        }
        if try await tree.entries(from: 5, limit: 3).count != 3 { violations.append("no limit") }
        if try await tree.waiting() != 10 { violations.append("the rest does not wait") }
        let listed = try await log.page(after: nil, limit: 300).map { try Entry(parsing: $0.bytes) }
        for (place, index) in [(0, UInt64(0)), (289, 289), (290, nil)] {
            let found = try await tree.index(of: appended[place].id, in: listed[place].consult)
            if found != index { violations.append("an entry's index is wrong") }
        }
        return violations
    }

    @Sendable
    private static func compares(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        try await LogFiller(log).append(4)
        var builder = TreeBuilder()
        let first = try await step(&builder, tree, limit: 2)
        _ = try await tree.advance(first)
        var violations: [String] = []
        if try await tree.advance(first) != .superseded { violations.append("it went twice") }
        if try await tree.head() != first.new { violations.append("the head moved") }
        return violations
    }

    @Sendable
    private static func supersedes(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        try await LogFiller(log).append(4)
        let before = try await tree.beginSequencing()
        var builder = TreeBuilder()
        let step = try await step(&builder, tree, limit: 2)
        let after = try await tree.beginSequencing()
        var violations: [String] = []
        if before.epoch >= after.epoch { violations.append("the epoch did not grow") }
        if try await tree.advance(step) != .superseded { violations.append("both advanced") }
        return violations
    }

    @Sendable
    private static func refusesGaps(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        try await LogFiller(log).append(4)
        var builder = TreeBuilder()
        let step = try await step(&builder, tree, limit: 2)
        let skipping = TreeAdvance(
            old: step.old, new: step.new, tickets: Array(step.tickets.dropFirst()),
            tiles: step.tiles)
        do throws(StorageFailure) {
            _ = try await tree.advance(skipping)
            return ["it was taken"]
        } catch {
            return try await tree.head() == step.old ? [] : ["the head moved"]
        }
    }

    @Sendable
    private static func narrows(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        try await LogFiller(log).append(300)
        var builder = TreeBuilder()
        let step = try await step(&builder, tree, limit: 300)
        _ = try await tree.advance(step)
        guard let full = step.tiles.first(where: \.coordinate.isFull) else { return ["no tile"] }
        var violations: [String] = []
        let narrow = TileCoordinate(level: 0, index: 0, width: 7)
        if try await tree.tiles([narrow]) != [Array(full.bytes.prefix(7 * 32))] {
            violations.append("the narrower tile is not its beginning")
        }
        let absent = [
            TileCoordinate(level: 0, index: 1, width: 45), TileCoordinate(level: 3, index: 0),
        ]
        if try await tree.tiles(absent) != [nil, nil] { violations.append("a tile too many") }
        return violations
    }

    @Sendable
    private static func keepsLast(
        _ tree: any TreeStorage, _ log: any ConsultLogStorage
    ) async throws -> [String] {
        let keeper = try ProofSamples().keeper(tree, InMemoryCheckpointShelf())
        var violations: [String] = []
        for role in CheckpointRole.allCases {
            var last: SignedCheckpoint?
            for number in UInt64(1)...3 {
                let root = TreeHash.leaf([UInt8(number)])
                let head = TreeHead(size: number, root: root, epoch: SequencerEpoch(1))
                last = try await keeper.keep(head, as: role)
            }
            if try await tree.lastCheckpoint(role) != last { violations.append("\(role)") }
        }
        return violations
    }

    /// The next step of a sequencer that does nothing else.
    private static func step(
        _ builder: inout TreeBuilder, _ tree: any TreeStorage, limit: Int
    ) async throws -> TreeAdvance {
        let head = try await tree.head()
        let entries = try await tree.unsequenced(limit: limit)
        for entry in entries { builder.append(.leaf(entry.bytes)) }
        return TreeAdvance(
            old: head,
            new: TreeHead(size: builder.size, root: builder.root, epoch: head.epoch),
            tickets: entries.map(\.ticket), tiles: builder.takeTiles())
    }
}
