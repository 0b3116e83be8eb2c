import ConsultLog
import Foundation
import GRDB
import ParkingCards
import Testing

@testable import SQLiteStorage

struct ClosingTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path(of: "database.sqlite")
    }

    private var wal: Data { FileManager.default.contents(atPath: path + "-wal") ?? Data() }

    /// Closes a database while somebody else has it open, so that SQLite does not tidy up by itself
    /// as it does behind the last connection; everything must be in the main file then.
    private func expectEmptyWAL(_ close: () async -> Void) async throws {
        #expect(!wal.isEmpty)
        let other = try DatabaseQueue(path: path)
        let tables = try await other.read { try Int.fetchOne($0, sql: Self.countTables) }
        await close()
        #expect(wal.isEmpty)
        try other.close()
        let copy = directory.path(of: "copy.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let main = try DatabaseQueue(path: copy)
        #expect(try await main.read { try Int.fetchOne($0, sql: Self.countTables) } == tables)
    }

    private static let countTables = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"

    @Test("a closed card register is all in its main file, and takes no card any more")
    func cards() async throws {
        let storage = try await SQLiteCardStorage.open(
            at: path, key: CardKey(secret: [UInt8](repeating: 7, count: 32)))
        try await expectEmptyWAL { await storage.close() }
        await #expect(throws: StorageFailure.notWritten(.closed)) {
            try await storage.database.write { try $0.execute(sql: "DELETE FROM place") }
        }
        await storage.close()
    }

    @Test("a closed log is all in its main file, and takes no entry any more")
    func log() async throws {
        let storage = try await SQLiteConsultLogStorage.open(at: path)
        try await expectEmptyWAL { await storage.close() }
        await #expect(throws: StorageFailure.notWritten(.closed)) {
            try await storage.synchronousOfWriter()
        }
        await storage.close()
    }
}
