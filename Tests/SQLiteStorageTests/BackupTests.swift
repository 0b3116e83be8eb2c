import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Foundation
import GRDB
import LogProofs
import LogProofsFakes
import RightsFakes
import Testing
import TransparencyLogs

@testable import SQLiteStorage

@Suite("a copy of the log")
struct BackupTests {
    private let directory: TemporaryDirectory
    private let time = Timestamp(milliseconds: 1_795_252_442_125)
    private var folder: BackupFolder { BackupFolder(directory.path(of: "backup")) }

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

    @Test("is of one moment, whole and durable, while entries are appended")
    func whileAppending() async throws {
        let storage = try await open()
        let keeper = try await keeper(storage)
        let filler = try await LogFiller(storage)
        try await filler.append(400)
        await keeper.turn(publishing: true)
        let head = try await SQLiteTreeStorage(over: storage).head()
        async let written = folder.write(from: directory.path, at: time, pagesPerStep: 1)
        var appended = 400
        for _ in 0..<20 {
            try await filler.append(5)
            appended += 5
        }
        let manifest = try await written
        #expect(manifest.size == head.size)
        #expect(manifest.root == head.root)
        #expect(try await folder.manifest() == manifest)
        let copy = directory.path(of: "copy.sqlite")
        try await folder.copyDatabase(to: copy, manifest)
        let other = try await SQLiteConsultLogStorage.open(at: copy)
        let rows = try await other.page(after: nil, limit: 10_000)
        #expect(rows == Array(try await storage.page(after: nil, limit: rows.count)))
        #expect(rows.count >= 400 && rows.count <= appended)
        #expect(try await SQLiteTreeStorage(over: other).head() == head)
        await other.close()
        #expect(try await storage.page(after: nil, limit: 10_000).count == appended)
        await storage.close()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == ["backup.json", "log.sqlite", "published"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.published).sorted()
                == ["checkpoint", "checkpoint.auditors"])
    }

    @Test("is not written into a folder that holds anything, which is named and left as it was")
    func notEmpty() async throws {
        let storage = try await open()
        await storage.close()
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        await #expect(throws: BackupFailure.notEmpty(folder: folder.path)) {
            try await folder.write(from: directory.path, at: time)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }

    @Test("leaves nothing that looks whole when it fails")
    func fails() async throws {
        let nothing = BackupFailure.unreadable(place: directory.path(of: "log.sqlite"))
        await #expect(throws: nothing) { try await folder.write(from: directory.path, at: time) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        try Data("no database at all, but long enough to be looked at as one".utf8)
            .write(to: URL(fileURLWithPath: directory.path(of: "log.sqlite")))
        await #expect(throws: BackupFailure.self) {
            try await folder.write(from: directory.path, at: time)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        await #expect(throws: BackupFailure.noBackup(folder: folder.path)) {
            try await folder.manifest()
        }
    }

    @Test("is refused when a bit of it was changed, or its end is cut off", arguments: 0..<3)
    func damaged(_ kind: Int) async throws {
        let storage = try await open()
        try await LogFiller(storage).append(50)
        await storage.close()
        let manifest = try await folder.write(from: directory.path, at: time)
        let file = folder.path + (kind == 2 ? "/backup.json" : "/log.sqlite")
        var bytes = Array(try #require(FileManager.default.contents(atPath: file)))
        switch kind {
        case 0: bytes[bytes.count / 2] ^= 1
        case 1: bytes.removeLast()
        case _: bytes.removeLast(2)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        await #expect(throws: BackupFailure.damaged(place: file)) {
            if kind == 2 {
                _ = try await folder.manifest()
            } else {
                try await folder.copyDatabase(to: directory.path(of: "copy"), manifest)
            }
        }
    }

    @Test("holds the stores beside the log as they were, and says which")
    func stores() async throws {
        let log = try await open()
        let samples = try RightsSamples()
        let terms = try samples.authorisation()
        let rights = try await SQLiteRightsStorage.open(at: directory.path(of: "rights.sqlite"))
        let quotas = try await SQLiteQuotaStorage.open(at: directory.path(of: "quotas.sqlite"))
        let first = try samples.change(.adopt, terms, by: "configuration")
        #expect(try await rights.append([first], on: .start, owing: nil))
        let manifest = try await folder.write(from: directory.path, at: time)
        #expect(manifest.stores.map(\.store) == [.rights, .quotas])
        #expect(try await folder.manifest() == manifest)
        let second = try samples.change(.revoke, terms, by: "machine", at: 5)
        #expect(try await rights.append([second], on: RightsRevision(1), owing: nil))
        let copy = directory.path(of: "copy.sqlite")
        try await folder.copyStore(manifest.stores[0], to: copy)
        let copied = try await SQLiteRightsStorage.open(at: copy)
        #expect(try await copied.changes(after: .start) == [first])
        for storage in [rights, copied] { await storage.close() }
        await quotas.close()
        await log.close()
        #expect(
            await BackupFolder.progress(of: .rights, at: directory.path(of: "rights.sqlite")) == 2)
        #expect(await BackupFolder.progress(of: .rights, at: copy) == 1)
        #expect(await BackupFolder.progress(of: .cards, at: copy) == nil)
        // A store of which a bit was changed is refused.
        let file = folder.path + "/rights.sqlite"
        var bytes = Array(try #require(FileManager.default.contents(atPath: file)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        await #expect(throws: BackupFailure.damaged(place: file)) {
            try await folder.copyStore(manifest.stores[0], to: directory.path(of: "other"))
        }
    }

    @Test("neither rights nor officials may have changed while the log was held")
    func restless() {
        for store in BackupStore.allCases {
            let mayChange = store != .rights && store != .officials
            #expect(BackupSnapshot.isGood(changed: [store], time: 6) == mayChange)
            #expect(!BackupSnapshot.isGood(changed: [store], time: 0))
        }
        #expect(BackupSnapshot.isGood(changed: [], time: 0))
    }

    @Test("quotas of which old days were destroyed have not come less far")
    func quotaProgress() async throws {
        let path = directory.path(of: "quotas.sqlite")
        let queue = try DatabaseQueue(path: path)
        try QuotaSchema.migrator.migrate(queue)
        var progress: [Int64] = []
        for statement in [
            "INSERT INTO quota VALUES (20000, 'alpha', X'', 900)",
            "INSERT INTO quota VALUES (20001, 'alpha', X'', 1)",
            "DELETE FROM quota WHERE day = 20000",
            "UPDATE quota SET used = 2",
        ] {
            try await queue.write { try $0.execute(sql: statement) }
            progress.append(try #require(await BackupFolder.progress(of: .quotas, at: path)))
        }
        #expect(progress[0] < progress[1])
        #expect(progress[1] == progress[2])
        #expect(progress[2] < progress[3])
        try queue.close()
    }

    @Test("what somebody writes between two stores is seen, and what is held stays as it was")
    func heldApart() async throws {
        let path = directory.path(of: "rights.sqlite")
        let samples = try RightsSamples()
        let terms = try samples.authorisation()
        let rights = try await SQLiteRightsStorage.open(at: path)
        let first = try samples.change(.adopt, terms, by: "configuration")
        let second = try samples.change(.revoke, terms, by: "machine", at: 5)
        _ = try await rights.append([first], on: .start, owing: nil)
        let held = try HeldDatabase(path)
        try held.hold()
        #expect(try held.isUnchanged())
        _ = try await rights.append([second], on: RightsRevision(1), owing: nil)
        #expect(try !held.isUnchanged())
        for (copy, count) in [("before", 1), ("after", 2)] {
            try held.copy(to: directory.path(of: copy), 100)
            let copied = try await SQLiteRightsStorage.open(at: directory.path(of: copy))
            #expect(try await copied.revision() == RightsRevision(Int64(count)))
            await copied.close()
            try held.hold()
            #expect(try held.isUnchanged())
        }
        held.close()
        await rights.close()
    }
}
