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

    @Test("the WAL stays bounded however much is written, and nothing is lost")
    func staysBounded() async throws {
        let database = try await open()
        let rows = 120
        for _ in 0..<rows {
            try await database.write { database in
                try database.inTransaction(.immediate) {
                    // Some hundred pages.
                    try database.execute(
                        sql: "INSERT INTO filling (bytes) VALUES (zeroblob(400000))")
                    return .commit
                }
            }
        }
        let written = rows * 400_000
        #expect(try size("-wal") < written / 3)
        #expect(try size("") > written / 3)
        #expect(
            try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filling") }
                == rows)
        await database.close()
        #expect(try size("") >= written)
    }
}
