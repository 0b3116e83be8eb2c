import ConsultLog
import ConsultLogFakes
import Foundation
import LogProofs
import LogProofsFakes
import SQLiteStorage
import Testing
import TransparencyLogs

struct TreeStorageTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func open() async throws -> SQLiteConsultLogStorage {
        try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
    }

    private func keeper(_ storage: SQLiteConsultLogStorage) async throws -> TreeKeeper {
        let tree = SQLiteTreeStorage(over: storage)
        let shelf = CheckpointFiles(in: directory.path(of: "published"))
        return try await TreeKeeper(
            tree, checkpoints: try ProofSamples().keeper(tree, shelf), observer: NotedTree(),
            now: { LogBench.time }, onFailedSync: {})
    }

    /// Appends to the log, brings its tree up and publishes it, and closes.
    private func use(appending count: Int, seed: UInt64) async throws {
        let storage = try await open()
        let keeper = try await keeper(storage)
        try await LogFiller(storage, seed: seed).append(count)
        await keeper.finish()
        #expect(await keeper.lastFailure == nil)
        await storage.close()
    }

    @Test("SQLite keeps the contract of the tree's storage", arguments: TreeStorageContract.checks)
    func keeps(_ check: TreeStorageContract.Check) async throws {
        let storage = try await open()
        #expect(try await check.violations(SQLiteTreeStorage(over: storage), storage) == [])
        await storage.close()
    }

    @Test("after restarts the tree goes on where it was")
    func goesOn() async throws {
        for seed in 1...3 { try await use(appending: 400, seed: UInt64(seed)) }
        let storage = try await open()
        let tree = SQLiteTreeStorage(over: storage)
        let head = try await tree.head()
        let leaves = try await storage.page(after: nil, limit: 2000).map {
            TreeHash.leaf($0.bytes)
        }
        #expect(head.size == 1200)
        #expect(head.root == NaiveTree(leaves).root)
        await storage.close()
    }

    @Test("after a step of the tree, also one that fails, entries are durable as before")
    func leavesTheWriterAsItWas() async throws {
        let storage = try await open()
        let tree = SQLiteTreeStorage(over: storage)
        try await LogFiller(storage, seed: 1).append(3)
        let head = try await tree.beginSequencing()
        let entries = try await tree.unsequenced(limit: 3)
        var builder = TreeBuilder()
        for entry in entries { builder.append(.leaf(entry.bytes)) }
        let tiles = builder.takeTiles()
        func step(_ tickets: [SequencingTicket]) -> TreeAdvance {
            TreeAdvance(
                old: head,
                new: TreeHead(size: builder.size, root: builder.root, epoch: head.epoch),
                tickets: tickets, tiles: tiles)
        }
        await #expect(throws: StorageFailure.self) { try await tree.advance(step([])) }
        #expect(try await storage.synchronousOfWriter() == 2)
        #expect(try await tree.advance(step(entries.map(\.ticket))) == .advanced)
        #expect(try await storage.synchronousOfWriter() == 2)
        await storage.close()
    }

    @Test("a database that was set back is found by the file beside it")
    func findsARollback() async throws {
        try await use(appending: 10, seed: 1)
        let path = directory.path(of: "log.sqlite")
        let old = try #require(FileManager.default.contents(atPath: path))
        try await use(appending: 5, seed: 2)
        try old.write(to: URL(fileURLWithPath: path))
        let storage = try await open()
        await #expect(
            throws: SequencingFailure.shortened(tree: 10, checkpoint: 15, .auditors)
        ) { try await keeper(storage) }
        await storage.close()
    }

    @Test(
        "a checkpoint file that was cut off or changed is named",
        arguments: ["cut off", "changed", "empty"])
    func findsADamagedFile(_ kind: String) async throws {
        try await use(appending: 10, seed: 1)
        let path = directory.path(of: "published/checkpoint")
        var bytes = Array(try #require(FileManager.default.contents(atPath: path)))
        switch kind {
        case "cut off": bytes.removeLast(10)
        case "changed": bytes[bytes.count - 20] ^= 0x80
        case _: bytes = []
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let storage = try await open()
        await #expect(throws: SequencingFailure.shelf(.damaged(place: path))) {
            try await keeper(storage)
        }
        await storage.close()
    }

    @Test("a signature with one other bit is no checkpoint of the log")
    func findsAChangedSignature() async throws {
        try await use(appending: 10, seed: 1)
        let path = directory.path(of: "published/checkpoint")
        var bytes = Array(try #require(FileManager.default.contents(atPath: path)))
        let place = bytes.count - 20
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let storage = try await open()
        await #expect(throws: SequencingFailure.self) { try await keeper(storage) }
        await storage.close()
    }

    @Test("a damaged root or tile in the database is found at the start", arguments: 0..<2)
    func findsDamage(_ kind: Int) async throws {
        try await use(appending: 300, seed: 1)
        let path = directory.path(of: "log.sqlite")
        let statement =
            kind == 0
            ? "UPDATE tree SET root = zeroblob(32)"
            : "UPDATE tile SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND place = 1"
        try await Damage.run(statement, in: path)
        let storage = try await open()
        await #expect(throws: SequencingFailure.self) { try await keeper(storage) }
        await storage.close()
    }
}
