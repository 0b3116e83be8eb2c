import ConsultLog
import ConsultLogFakes
import Facts
import Foundation
import GRDB
import Testing

@testable import SQLiteStorage

@Suite("a retired month in a database")
struct RetiredMonthTests {
    private let samples: LogSamples
    private let directory: TemporaryDirectory
    private let official: OfficialID
    /// 2016-10-15.
    private let october = Timestamp(milliseconds: 1_476_489_600_000)

    init() throws {
        samples = try LogSamples()
        directory = try TemporaryDirectory()
        official = try OfficialID(parsing: "unix:0")
    }

    private var path: String { directory.path(of: "log.sqlite") }
    private var source: KeyEncryptionKeySource { .file(directory.path(of: "kek")) }
    private var order: RetirementOrder {
        get throws {
            RetirementOrder(before: try #require(Month(parsing: "2016-11")), official: official)
        }
    }

    private func log(
        on storage: SQLiteConsultLogStorage, at time: Timestamp
    ) async throws -> (ConsultLog, DataKeys) {
        let keys = try await source.dataKeys(
            in: try await FileKeyStore.open(at: directory.path(of: "keys")), environment: [:])
        let log = try await ConsultLog(
            storage: storage, keys: keys, now: { time }, onFailedSync: {})
        return (log, keys)
    }

    private func custody(
        _ log: ConsultLog, _ keys: DataKeys, _ storage: SQLiteConsultLogStorage
    ) -> LogCustody {
        LogCustody(
            log: log, keys: keys, storage: storage,
            holds: FileHoldStore(directory: directory.path(of: "keys")),
            sequenced: { LogPosition(.max) }, eraseIndex: { _ in }, now: { LogBench.time })
    }

    /// 300 old consults and one of today; closed.
    private func fill() async throws {
        _ = try KeyEncryptionKey.create(at: directory.path(of: "kek"))
        for (time, count) in [(october, 300), (LogBench.time, 1)] {
            let storage = try await SQLiteConsultLogStorage.open(at: path)
            let (log, _) = try await log(on: storage, at: time)
            for number in 0..<count {
                let consult = log.newConsult()
                let asked = try await log.append(
                    samples.asked(in: consult, about: .person(try samples.person(number))))
                _ = try await log.append(samples.answered(asked, in: consult))
            }
            await log.close()
        }
    }

    @Test("it opens in no copy of the database with the key store of after, and leaves no byte")
    func cannotBeReadFromABackup() async throws {
        try await fill()
        let copy = directory.path(of: "copy.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let storage = try await SQLiteConsultLogStorage.open(at: path)
        let (log, keys) = try await log(on: storage, at: LogBench.time)
        let before = try await storage.page(after: nil, limit: 1000)
        let report = try await custody(log, keys, storage).retire(
            try order, SourceSuccession(source))
        #expect(report.erased == 600)
        #expect(report.leftovers.isEmpty)
        let after = try await storage.page(after: nil, limit: 1000)
        #expect(after[..<600].allSatisfy { $0.isRetired })
        #expect(Array(after[600..<602]) == Array(before[600...]))
        #expect(try await LogReader(storage).rows(limit: 5).last == .retired(LogPosition(5)))
        try expectNothing(of: before[..<600])
        await log.close()

        let old = try await SQLiteConsultLogStorage.open(at: copy)
        let (_, now) = try await self.log(on: old, at: LogBench.time)
        let entries = try await LogReader(old).entries(limit: 1000).map(\.entry)
        #expect(entries.count == 602)
        // Whatever else: the leaves of the copy are those that the tree knows.
        #expect(entries.map(\.leafHash) == before.map { LeafHash(ofEntry: $0.bytes) })
        for entry in entries {
            let isOld = entry.time == october
            for field in ConfidentialField.allCases where entry.confidential?[field] != nil {
                let opened = try? entry.open(field, using: now)
                #expect((opened == nil) == isOld)
            }
        }
        await old.close()
    }

    /// No file of the database holds a piece of these entries.
    private func expectNothing(of entries: ArraySlice<StoredEntry>) throws {
        for file in [path, path + "-wal"] {
            guard let content = FileManager.default.contents(atPath: file) else { continue }
            for entry in entries {
                // The end of its name, its nonce and what else is only in the bytes.
                let piece = Data(entry.bytes.suffix(120).prefix(60))
                #expect(content.range(of: piece) == nil)
            }
        }
        #expect((FileManager.default.contents(atPath: path + "-wal") ?? Data()).isEmpty)
    }

    @Test("killed between the keys and the bytes: the next order does the rest")
    func finishes() async throws {
        try await fill()
        var storage = try await SQLiteConsultLogStorage.open(at: path)
        var (log, keys) = try await log(on: storage, at: LogBench.time)
        try await storage.database.write {
            try $0.execute(
                sql: """
                    CREATE TEMP TRIGGER stop BEFORE UPDATE OF bytes ON main.entry
                    BEGIN SELECT RAISE(ABORT, 'stop'); END
                    """)
        }
        let cut = try await custody(log, keys, storage).retire(
            try order, SourceSuccession(source))
        #expect(cut.leftovers == [.bytes])
        await log.close()

        storage = try await SQLiteConsultLogStorage.open(at: path)
        (log, keys) = try await self.log(on: storage, at: LogBench.time)
        #expect(try await log.recover() == 0)
        let rest = try await custody(log, keys, storage).retire(
            try order, SourceSuccession(source))
        #expect(rest.erased == 600)
        #expect(try await custody(log, keys, storage).plan(try order).isEmpty)
        #expect(try await storage.synchronousOfWriter() == 2)
        await log.close()
    }

    @Test("an intent that was retired all the same is no obstacle to recovery")
    func recovers() async throws {
        _ = try KeyEncryptionKey.create(at: directory.path(of: "kek"))
        var storage = try await SQLiteConsultLogStorage.open(at: path)
        var (log, _) = try await log(on: storage, at: october)
        _ = try await log.append(
            samples.asked(in: log.newConsult(), about: .person(try samples.person())))
        try await storage.erase([LogPosition(1)])
        await log.close()
        storage = try await SQLiteConsultLogStorage.open(at: path)
        (log, _) = try await self.log(on: storage, at: LogBench.time)
        #expect(try await log.recover() == 0)
        await log.close()
    }
}
