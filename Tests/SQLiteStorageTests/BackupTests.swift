import ConsultLog
import ConsultLogFakes
import Facts
import Foundation
import LogProofs
import LogProofsFakes
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
}
