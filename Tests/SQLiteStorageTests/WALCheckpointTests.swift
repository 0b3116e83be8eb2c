import ConsultLog
import Foundation
import GRDB
import Testing

@testable import SQLiteStorage

@Suite("moving the WAL beside the writer")
struct WALCheckpointTests {
    private let directory: TemporaryDirectory
    private var path: String { directory.path(of: "test.sqlite") }

    init() throws { directory = try TemporaryDirectory() }

    private func open() async throws -> DurableDatabase {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") {
            try $0.execute(sql: "CREATE TABLE filling (number INTEGER PRIMARY KEY, bytes BLOB)")
        }
        return try await DurableDatabase.open(at: path, migrator)
    }

    private func size(_ suffix: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
        return try #require(attributes[.size] as? Int)
    }

    private func fill(_ database: DurableDatabase) async throws {
        try await database.write { database in
            try database.inTransaction(.immediate) {
                // Some hundred pages.
                try database.execute(sql: "INSERT INTO filling (bytes) VALUES (zeroblob(400000))")
                return .commit
            }
        }
    }

    @Test("what was written reaches the main file while writing goes on, and nothing is lost")
    func moves() async throws {
        let database = try await open()
        var rows = 0
        while try size("") < 8_000_000 && rows < 2000 {
            try await fill(database)
            rows += 1
        }
        #expect(rows < 2000)
        #expect(try size("-wal") > 0)
        #expect(
            try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filling") }
                == rows)
        await database.close()
        #expect(try size("") >= rows * 400_000)
    }

    @Test("emptying leaves nothing in the WAL, also while it is being moved")
    func empties() async throws {
        let database = try await open()
        for _ in 0..<50 { try await fill(database) }
        try await database.emptyWAL()
        #expect(try size("-wal") == 0)
        try await fill(database)
        #expect(
            try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filling") }
                == 51)
        await database.close()
    }
}
