import ConsultLog
import ConsultLogFakes
import GRDB
import Testing

@testable import SQLiteStorage

struct SQLiteConsultLogStorageTests {
    private let samples: LogSamples
    private let directory: TemporaryDirectory

    init() throws {
        samples = try LogSamples()
        directory = try TemporaryDirectory()
    }

    private func open() async throws -> SQLiteConsultLogStorage {
        try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
    }

    private func draft(_ bench: LogBench, _ number: Int = 0) throws -> EntryDraft {
        samples.asked(in: bench.log.newConsult(), about: .person(try samples.person(number)))
    }

    @Test("the live writer has synchronous=FULL, at first and after a reopening")
    func isDurable() async throws {
        for _ in 0..<2 {
            let storage = try await open()
            #expect(try await storage.synchronousOfWriter() == 2)
            await storage.close()
        }
    }

    @Test("a full disk is known not written, and later appends work again")
    func survivesAFullDisk() async throws {
        let storage = try await open()
        let bench = try await LogBench(storage)
        _ = try await bench.log.append(try draft(bench))
        try await storage.database.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        let many = try (1..<100).map { try draft(bench, $0) }
        await #expect(throws: LogFailure.notWritten(.diskFull)) {
            try await bench.log.append(many)
        }
        #expect(try await bench.reader.entries().count == 1)
        try await storage.database.write { database in
            try database.execute(sql: "PRAGMA max_page_count = 100000")
        }
        _ = try await bench.log.append(many)
        #expect(try await bench.reader.entries().count == 100)
        #expect(try await storage.synchronousOfWriter() == 2)
    }

    @Test("a read-only database is known not written, and later appends work again")
    func survivesAReadOnlyDatabase() async throws {
        let storage = try await open()
        let bench = try await LogBench(storage)
        try await storage.database.write { try $0.execute(sql: "PRAGMA query_only = 1") }
        await #expect(throws: LogFailure.notWritten(.readOnly)) {
            try await bench.log.append(try draft(bench))
        }
        try await storage.database.write { try $0.execute(sql: "PRAGMA query_only = 0") }
        _ = try await bench.log.append(try draft(bench, 1))
        #expect(try await bench.reader.entries().count == 1)
    }

    @Test("what was appended is there after a reopening, and what was left open is closed")
    func survivesAReopening() async throws {
        let first = try await LogBench(try await open())
        let appended = try await first.log.append([try draft(first), try draft(first, 1)])
        await first.log.close()

        let second = try await LogBench(try await open(), keyStore: first.keyStore, seed: 2)
        #expect(second.log.epoch > first.log.epoch)
        #expect(try await second.reader.entries().map(\.entry.id) == appended.map(\.id))
        #expect(try await second.log.recover() == 2)
        #expect(try await second.log.recover() == 0)
        let entry = try #require(try await second.reader.entries().first?.entry)
        #expect(
            try entry.open(.subject, using: second.keys).value
                == .subject(.person(try samples.person())))
        await second.log.close()
    }

    @Test("many callers at once lose nothing")
    func takesManyCallers() async throws {
        let bench = try await LogBench(try await open())
        let appended = try await withThrowingTaskGroup(of: AppendedEntry.self) { group in
            for number in 0..<500 {
                let draft = try draft(bench, number)
                group.addTask { try await bench.log.append(draft) }
            }
            return try await group.reduce(into: Set()) { $0.insert($1.id) }
        }
        let stored = try await bench.reader.entries(limit: 1000).map(\.entry.id)
        #expect(stored.count == 500)
        #expect(Set(stored) == appended)
        await bench.log.close()
    }

    @Test("a damaged row is named by its position")
    func namesDamage() async throws {
        let storage = try await open()
        let bench = try await LogBench(storage)
        _ = try await bench.log.append(try draft(bench))
        try await storage.database.write { try $0.execute(sql: "UPDATE entry SET bytes = X'7B'") }
        await #expect {
            try await bench.reader.entries()
        } throws: { error in
            guard case .damaged(let position, _) = error as? ReadFailure else { return false }
            return position == LogPosition(1)
        }
    }

    @Test("a file that is no database is refused by its name")
    func refusesAnotherFile() async throws {
        let path = directory.path(of: "log.sqlite")
        try DurableFile.create(Array(repeating: 0x41, count: 5000), at: path)
        await #expect(throws: OpeningFailure.self) { try await open() }
    }

    @Test(
        "each error of SQLite is known not written, unknown, or the end",
        arguments: [
            (.SQLITE_FULL, .notWritten(.diskFull)), (.SQLITE_READONLY, .notWritten(.readOnly)),
            (.SQLITE_READONLY_DBMOVED, .notWritten(.readOnly)),
            (.SQLITE_BUSY, .notWritten(.busy)), (.SQLITE_IOERR, .unknownOutcome),
            (.SQLITE_IOERR_WRITE, .unknownOutcome), (.SQLITE_CORRUPT, .unknownOutcome),
            (.SQLITE_IOERR_FSYNC, .syncFailed), (.SQLITE_IOERR_DIR_FSYNC, .syncFailed),
        ] as [(ResultCode, StorageFailure)])
    func mapsErrors(_ code: ResultCode, _ failure: StorageFailure) {
        #expect(StorageFailure(writing: DatabaseError(resultCode: code)) == failure)
    }
}
