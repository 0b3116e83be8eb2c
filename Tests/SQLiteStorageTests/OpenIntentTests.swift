import AccessRights
import ConsultLog
import ConsultLogFakes
import GRDB
import TestSupport
import Testing

@testable import SQLiteStorage

@Suite("intents without an outcome")
struct OpenIntentTests {
    private let samples: LogSamples
    private let directory: TemporaryDirectory

    init() throws {
        samples = try LogSamples()
        directory = try TemporaryDirectory()
    }

    private func open() async throws -> SQLiteConsultLogStorage {
        try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
    }

    private func settled(_ storage: SQLiteConsultLogStorage) async throws -> Int64 {
        try await storage.database.read {
            try Int64.fetchOne($0, sql: "SELECT position FROM settled") ?? -1
        }
    }

    @Test("exactly those are found after any number of runs, however long the log has become")
    func found() async throws {
        var generator = SeededGenerator(seed: 11)
        var open: [(entry: AppendedEntry, consult: ConsultID)] = []
        var last: Int64 = 0
        for run in 1...4 {
            let storage = try await self.open()
            let bench = try await LogBench(storage, seed: UInt64(run))
            let left = try await storage.unfinished(before: bench.log.epoch, limit: 10_000)
            let found = try left.map { try Entry(parsing: $0.bytes).id }
            #expect(Set(found) == Set(open.map(\.entry.id)), "run \(run)")
            for _ in 0..<12 {
                let consults = (0..<250).map { _ in bench.log.newConsult() }
                let asked = try await bench.log.append(
                    consults.map { samples.asked(in: $0, about: .person(try samples.person())) })
                open.append(contentsOf: zip(asked, consults).map { ($0, $1) })
                // Some are left for a later run, the oldest for long.
                var closing: [EntryDraft] = []
                for index in open.indices.reversed() where generator.next() % 20 != 0 && index > 0 {
                    let (entry, consult) = open.remove(at: index)
                    closing.append(samples.answered(entry, in: consult))
                }
                _ = try await bench.log.append(closing)
            }
            let now = try await settled(storage)
            #expect(now >= last)
            last = now
            await bench.log.close()
        }
        // The oldest intent was never closed: nothing behind it is settled.
        #expect(last == 0)
        let storage = try await self.open()
        let bench = try await LogBench(storage, seed: 9)
        #expect(try await bench.log.recover() == open.count)
        for _ in 0..<20 {
            _ = try await bench.log.append(
                (0..<250).map { _ in
                    samples.refused(in: bench.log.newConsult(), [.organisationHasNone])
                })
        }
        #expect(try await settled(storage) > 4096)
        #expect(try await bench.log.recover() == 0)
        await bench.log.close()
    }

    @Test("an intent of a batch that was not written is not waited for")
    func notWritten() async throws {
        let storage = try await open()
        let bench = try await LogBench(storage)
        let asked = samples.asked(in: bench.log.newConsult(), about: .person(try samples.person()))
        try await storage.database.write { try $0.execute(sql: "PRAGMA query_only = 1") }
        await #expect(throws: LogFailure.notWritten(.readOnly)) {
            try await bench.log.append(asked)
        }
        try await storage.database.write { try $0.execute(sql: "PRAGMA query_only = 0") }
        for _ in 0..<40 {
            _ = try await bench.log.append(
                (0..<250).map { _ in
                    samples.refused(in: bench.log.newConsult(), [.organisationHasNone])
                })
        }
        #expect(try await settled(storage) > 0)
        await bench.log.close()
    }

    @Test("an intent that is damaged stops the recovery, which names its place")
    func damaged() async throws {
        let first = try await LogBench(try await open())
        _ = try await first.log.append(
            samples.asked(in: first.log.newConsult(), about: .person(try samples.person())))
        await first.log.close()
        let storage = try await open()
        try await storage.database.write { try $0.execute(sql: "UPDATE entry SET bytes = X'7B'") }
        let second = try await LogBench(storage, keyStore: first.keyStore, seed: 2)
        await #expect(throws: LogFailure.damaged(LogPosition(1))) {
            try await second.log.recover()
        }
    }
}

@Suite("counting open intents")
struct OpenIntentCountTests {
    @Test("a doubtful write that was lost leaves nothing to collide with")
    func positions() async throws {
        let directory = try TemporaryDirectory()
        let storage = try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        let bench = try await LogBench(storage)
        let samples = try LogSamples()
        func draft() throws -> EntryDraft {
            samples.asked(in: bench.log.newConsult(), about: .person(try samples.person()))
        }
        _ = try await bench.log.append(try draft())
        // Somebody else's row, as after a write that nobody saw the end of.
        try await storage.database.write { database in
            try database.execute(
                sql: "INSERT INTO entry SELECT position + 1, X'00', X'00', NULL, bytes FROM entry")
        }
        _ = try await bench.log.append(try draft())
        #expect(
            try await storage.database.read {
                try Int.fetchOne($0, sql: "SELECT max(position) FROM entry")
            } == 3)
        await bench.log.close()
    }
}
