import AccessRights
import ConsultLogFakes
import Facts
import Testing

@testable import ConsultLog

@Suite("retiring months")
struct LogCustodyTests {
    private let samples: LogSamples
    private let storage = InMemoryConsultLogStorage()
    private let holds = InMemoryHoldStore()
    private let official: OfficialID
    private let reason: StatedReason
    /// 2016-09-15 and 2016-10-15.
    private let september = Timestamp(milliseconds: 1_473_897_600_000)
    private let october = Timestamp(milliseconds: 1_476_489_600_000)

    init() throws {
        samples = try LogSamples()
        official = try OfficialID(parsing: "unix:0")
        reason = try StatedReason(parsing: "their time is over")
    }

    private func month(_ text: String) throws -> Month { try #require(Month(parsing: text)) }

    private func order(
        before: String = "2016-11", early: Bool = false, reason: StatedReason? = nil
    ) throws -> RetirementOrder {
        RetirementOrder(
            before: try month(before), isEarly: early, official: official, reason: reason)
    }

    /// A log with an answered consult in each of two old months and one of today.
    private func filled() async throws -> LogBench {
        let store = InMemoryKeyStore()
        var bench = try await LogBench(storage, keyStore: store, time: september)
        try await consult(bench)
        bench = try await LogBench(storage, keyStore: store, seed: 2, time: october)
        try await consult(bench)
        bench = try await LogBench(storage, keyStore: store, seed: 3)
        try await consult(bench)
        return bench
    }

    private func consult(_ bench: LogBench) async throws {
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        _ = try await bench.log.append(samples.answered(asked, in: consult))
    }

    private func custody(
        _ bench: LogBench, now: Timestamp = LogBench.time, sequenced: Int64 = .max,
        index: IndexRecorder = IndexRecorder()
    ) -> LogCustody {
        LogCustody(
            log: bench.log, keys: bench.keys, storage: storage, holds: holds,
            sequenced: { LogPosition(sequenced) },
            eraseIndex: { periods throws(StorageFailure) in try index.erase(periods) },
            now: { now })
    }

    @Test("a plan counts per class and month, and changes nothing")
    func plans() async throws {
        let bench = try await filled()
        let before = await storage.entries
        let plan = try await custody(bench).plan(try order())
        #expect(plan.map(\.period.month.description) == ["2016-09", "2016-10"])
        #expect(plan.map(\.entries) == [2, 2])
        #expect(plan.allSatisfy { $0.obstacles.isEmpty && $0.keys.count == 1 })
        #expect(await storage.entries == before)
        #expect(await bench.keyStore.stored.count == 3)
    }

    @Test("retired: first in the log, then no key, no bytes, and the rest opens as before")
    func retires() async throws {
        let bench = try await filled()
        let leaves = await storage.entries.map { LeafHash(ofEntry: $0.bytes) }
        let index = IndexRecorder()
        let succession = Succession()
        let report = try await custody(bench, index: index).retire(
            try order(reason: reason), succession)
        #expect(report.erased == 4)
        #expect(report.leftovers.isEmpty)
        #expect(await storage.purges == 1)
        #expect(index.periods == Set(report.periods.map(\.period)))
        #expect(succession.steps == ["next", "promote"])
        let stored = await bench.keyStore.stored
        #expect(stored.map(\.period.month.description) == ["2026-11"])
        #expect(stored.map(\.wrappedBy) == [report.wrappedBy])

        let rows = try await bench.reader.rows()
        let retiredRows = (1...4).map { LogRow.retired(LogPosition(Int64($0))) }
        #expect(Array(rows[..<4]) == retiredRows)
        let entries = try await bench.reader.entries(limit: 2)
        #expect(entries.map(\.position.number) == [5, 6])
        // What is left is what the tree knows; of the rest the tree keeps the leaves.
        #expect(entries.map(\.entry.leafHash) == Array(leaves.suffix(2)))
        #expect(try entries[0].entry.open(.subject, using: bench.keys).value.field == .subject)
        let last = try #require(try await bench.reader.entries().last?.entry)
        guard case .keyRetired(let retired) = last.body else {
            Issue.record("no record of it")
            return
        }
        #expect(retired.periods.map(\.entries) == [2, 2])
        #expect(retired.periods.flatMap(\.keys).count == 2)
        #expect(try last.open(.official, using: bench.keys).value == .official(official))
        #expect(try last.open(.reason, using: bench.keys).value == .reason(reason))
        #expect(try await bench.log.recover() == 0)
    }

    @Test("done twice it finds nothing more")
    func isDoneOnce() async throws {
        let bench = try await filled()
        _ = try await custody(bench).retire(try order(), Succession())
        let count = await storage.entries.count
        let again = try await custody(bench).retire(try order(), Succession())
        #expect(again.wrappedBy == nil && again.periods.isEmpty)
        #expect(await storage.entries.count == count)
    }

    @Test("what stands in the way is said, and only the free months go")
    func respectsObstacles() async throws {
        let bench = try await filled()
        let keeper = custody(bench)
        let months = try #require(MonthRange(from: try month("2016-01"), to: try month("2016-09")))
        let hold = try await keeper.placeHold(
            on: samples.retention, in: months, for: official, because: reason)
        #expect(try await keeper.legalHolds() == [hold])
        let report = try await keeper.retire(try order(), Succession())
        #expect(report.periods.map(\.obstacles) == [[.held([hold.id])], []])
        #expect(report.erased == 2)
        #expect(await bench.keyStore.stored.count == 2)

        _ = try await keeper.releaseHold(hold.id, for: official, because: reason)
        await #expect(throws: CustodyFailure.unknownHold) {
            try await keeper.releaseHold(hold.id, for: official, because: reason)
        }
        let changes = try await bench.reader.entries().compactMap { listed in
            if case .holdChanged(let changed) = listed.entry.body { changed.change } else { nil }
        }
        #expect(changes == [.placed, .released])
        #expect(try await keeper.retire(try order(), Succession()).erased == 2)
    }

    @Test(
        "a clock that jumped back, or years that are not over, keep a month; early needs a reason")
    func waitsForItsTime() async throws {
        let bench = try await filled()
        let back = Timestamp(milliseconds: LogBench.time.milliseconds - 40 * 86_400_000)
        let plan = try await custody(bench, now: back).plan(try order(before: "2016-10"))
        #expect(plan.map(\.obstacles) == [[]])
        let early = Timestamp(milliseconds: LogBench.time.milliseconds - 80 * 86_400_000)
        let young = try await custody(bench, now: early).plan(try order())
        #expect(
            young.map(\.obstacles) == [
                [.young(until: try month("2026-10"))], [.young(until: try month("2026-11"))],
            ])
        await #expect(throws: CustodyFailure.reasonMissing) {
            try await custody(bench, now: early).plan(try order(early: true))
        }
        let allowed = try await custody(bench, now: early).plan(
            try order(early: true, reason: reason))
        #expect(allowed.allSatisfy { $0.obstacles.isEmpty })
        let present = CustodyFailure.notOver(try month("2016-09"))
        await #expect(throws: present) {
            try await custody(bench, now: september).plan(try order())
        }
    }

    @Test("an intent without outcome and an entry outside the tree keep their month")
    func waitsForWhatIsOpen() async throws {
        let bench = try await filled()
        let old = try await LogBench(
            storage, keyStore: bench.keyStore, seed: 7, time: september)
        let consult = old.log.newConsult()
        _ = try await old.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        _ = try await LogBench(storage, keyStore: bench.keyStore, seed: 8)
        let plan = try await custody(bench, sequenced: 3).plan(try order())
        #expect(plan[0].obstacles == [.unfinished(1), .notSequenced(LogPosition(7))])
        #expect(plan[1].obstacles == [.notSequenced(LogPosition(4))])
    }

    @Test(
        "keys that cannot be replaced: the log says so, nothing is destroyed, and it can be redone")
    func survivesAFullKeyStore() async throws {
        let bench = try await filled()
        let succession = Succession()
        await bench.keyStore.setFault(.readOnly)
        await #expect(throws: CustodyFailure.keys(.notStored(.readOnly))) {
            try await custody(bench).retire(try order(), succession)
        }
        #expect(succession.steps == ["next", "discard"])
        #expect(await bench.keyStore.stored.count == 3)
        #expect(try await bench.reader.entries().count == 7)
        await bench.keyStore.setFault(nil)
        #expect(try await custody(bench).retire(try order(), Succession()).erased == 4)
    }

    @Test("an order that cannot be recorded destroys nothing")
    func recordsFirst() async throws {
        let bench = try await filled()
        let succession = Succession()
        await storage.fail(.notWritten(.diskFull))
        await #expect(throws: CustodyFailure.notLogged(.notWritten(.diskFull))) {
            try await custody(bench).retire(try order(), succession)
        }
        #expect(succession.steps == ["next", "discard"])
        #expect(await bench.keyStore.stored.count == 3)
        succession.fails = true
        await #expect(throws: CustodyFailure.self) {
            try await custody(bench).retire(try order(), succession)
        }
        #expect(try await bench.reader.entries().count == 6)
    }

    @Test("bytes and index rows that stay for now go with the next order")
    func finishesLater() async throws {
        let bench = try await filled()
        let index = IndexRecorder()
        index.fails = true
        await storage.setErasureFault(.notWritten(.diskFull))
        let report = try await custody(bench, index: index).retire(try order(), Succession())
        #expect(report.leftovers == [.index, .bytes])
        let entry = try #require(try await bench.reader.entries().first?.entry)
        let key = try #require(entry.confidential?.key)
        #expect(throws: DisclosureFailure.noKey(.unknown(key))) {
            try entry.open(.subject, using: bench.keys)
        }
        await storage.setErasureFault(nil)
        let rest = try await custody(bench).retire(try order(), Succession())
        #expect(rest.erased == 4)
        #expect(rest.periods.allSatisfy { $0.keys.isEmpty })
    }

    @Test(
        "after a retirement a clock in the old month makes a key of its own; the old boxes stay shut"
    )
    func survivesAClockThatJumpsBack() async throws {
        let bench = try await filled()
        let old = try #require(try await bench.reader.entries().first?.entry)
        _ = try await custody(bench).retire(try order(), Succession())
        let id = try await bench.keys.key(
            for: KeyPeriod(retention: samples.retention, month: try month("2016-09"))
        ).id
        #expect(old.confidential?.key != id)
        #expect(throws: DisclosureFailure.self) { try old.open(.subject, using: bench.keys) }
    }

    @Test("another key-encryption key alone: everything opens, and new keys are wrapped by it")
    func rotates() async throws {
        let bench = try await filled()
        let (key, _) = try await custody(bench).rotate(
            Succession(), for: official, because: reason)
        let last = try #require(try await bench.reader.entries().last?.entry)
        #expect(last.body == .keyRotated(KeyRotated(wrappedBy: key)))
        #expect(try last.open(.official, using: bench.keys).value == .official(official))
        #expect(Set(await bench.keyStore.stored.map(\.wrappedBy)) == [key])
        _ = try await bench.keys.key(
            for: KeyPeriod(retention: samples.retention, month: try month("2026-12")))
        #expect(Set(await bench.keyStore.stored.map(\.wrappedBy)) == [key])
        #expect(await bench.keyStore.stored.count == 4)
        for listed in try await bench.reader.entries() where listed.entry.kind == .asked {
            _ = try listed.entry.open(.subject, using: bench.keys)
        }
        await #expect(throws: KeyFailure.wrongKeyEncryptionKey) {
            try await DataKeys(store: bench.keyStore, wrappedBy: try LogBench.wrappingKey())
        }
    }

    @Test("a change of key that cannot be logged is not made, and the next key is forgotten")
    func rotatesOnlyInTheLog() async throws {
        let bench = try await filled()
        let before = await bench.keyStore.stored
        let succession = Succession()
        await storage.fail(.notWritten(.diskFull))
        await #expect(throws: CustodyFailure.notLogged(.notWritten(.diskFull))) {
            try await custody(bench).rotate(succession, for: official)
        }
        #expect(await bench.keyStore.stored == before)
        #expect(succession.steps == ["next", "discard"])
    }

    @Test("a hold that cannot be kept is not in the log; one that cannot be logged may hold")
    func placesHoldsSafely() async throws {
        let bench = try await filled()
        let keeper = custody(bench)
        let months = try #require(MonthRange(from: try month("2016-01"), to: try month("2016-12")))
        await holds.setFault(.diskFull)
        await #expect(throws: CustodyFailure.keys(.notStored(.diskFull))) {
            try await keeper.placeHold(
                on: samples.retention, in: months, for: official, because: reason)
        }
        #expect(try await bench.reader.entries().count == 6)
        await holds.setFault(nil)
        await storage.fail(.notWritten(.diskFull))
        await #expect(throws: CustodyFailure.notLogged(.notWritten(.diskFull))) {
            try await keeper.placeHold(
                on: samples.retention, in: months, for: official, because: reason)
        }
        #expect(try await keeper.retire(try order(), Succession()).erased == 0)
    }
}
