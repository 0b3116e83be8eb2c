import AccessRights
import ConsultLogFakes
import Facts
import Testing

@testable import ConsultLog

struct DataKeysTests {
    private let samples: LogSamples
    private let period: KeyPeriod
    private let store = InMemoryKeyStore()
    private let wrappingKey: KeyEncryptionKey

    init() throws {
        samples = try LogSamples()
        period = KeyPeriod(retention: samples.retention, month: Month(of: LogBench.time))
        wrappingKey = try LogBench.wrappingKey()
    }

    @Test("callers that want one key at once get one key, and it is stored once")
    func makesOneKey() async throws {
        let keys = try await DataKeys(store: store, wrappedBy: wrappingKey)
        let names = try await withThrowingTaskGroup(of: DataKeyID.self) { group in
            for _ in 0..<50 { group.addTask { try await keys.key(for: period).id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(names.count == 1)
        #expect(await store.stored.map(\.id) == Array(names))
    }

    @Test("after a start the same keys are there")
    func survivesAStart() async throws {
        let id = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period).id
        let again = try await DataKeys(store: store, wrappedBy: wrappingKey)
        #expect(try await again.key(for: period).id == id)
        #expect(try again.key(id).period == period)
    }

    @Test("another key-encryption key is noticed at the start")
    func noticesAnotherWrappingKey() async throws {
        _ = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period)
        let other = try #require(KeyEncryptionKey(bytes: Array(0..<32)))
        await #expect(throws: KeyFailure.wrongKeyEncryptionKey) {
            try await DataKeys(store: store, wrappedBy: other)
        }
    }

    @Test("a wrapped key with any byte or name changed is refused")
    func noticesEveryByte() async throws {
        _ = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period)
        let key = try #require(await store.stored.first)
        #expect(try wrappingKey.unwrap(key).id == key.id)
        var changed: [WrappedDataKey] = key.wrapped.indices.map { position in
            var wrapped = key.wrapped
            wrapped[position] ^= 1
            return WrappedDataKey(
                id: key.id, period: key.period, wrappedBy: key.wrappedBy, wrapped: wrapped)
        }
        let otherMonth = KeyPeriod(
            retention: period.retention, month: try #require(Month(parsing: "2026-12")))
        let otherClass = KeyPeriod(
            retention: try RetentionClass(parsing: "one-year"), month: period.month)
        for period in [otherMonth, otherClass] {
            changed.append(
                WrappedDataKey(
                    id: key.id, period: period, wrappedBy: key.wrappedBy, wrapped: key.wrapped))
        }
        for wrapped in changed {
            #expect(throws: KeyFailure.damaged(key.id)) { try wrappingKey.unwrap(wrapped) }
        }
    }

    @Test("without a durable key nothing is written, and later it goes on")
    func waitsForADurableKey() async throws {
        let storage = InMemoryConsultLogStorage()
        await store.setFault(.diskFull)
        let bench = try await LogBench(storage, keyStore: store)
        let draft = samples.asked(
            in: bench.log.newConsult(), about: .person(try samples.person()))
        await #expect(throws: LogFailure.noKey(.notStored(.diskFull))) {
            try await bench.log.append(draft)
        }
        #expect(await storage.batches.isEmpty)
        #expect(await !bench.log.isHealthy)
        await store.setFault(nil)
        _ = try await bench.log.append(draft)
        #expect(await bench.log.isHealthy)
        #expect(await storage.entries.count == 1)
    }

    @Test("the entries of one consult share a key across the turn of a month, other consults not")
    func staysInTheMonthOfTheConsult() async throws {
        let beforeMidnight = Timestamp(milliseconds: 1_796_083_199_999)  // 2026-11-30T23:59:59.999Z
        let afterMidnight = Timestamp(milliseconds: 1_796_083_200_000)
        let storage = InMemoryConsultLogStorage()
        let old = try await LogBench(storage, keyStore: store, time: beforeMidnight)
        let consult = old.log.newConsult()
        let asked = try await old.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        let new = try await LogBench(storage, keyStore: store, seed: 2, time: afterMidnight)
        _ = try await new.log.append([
            samples.answered(asked, in: consult),
            samples.asked(in: new.log.newConsult(), about: .person(try samples.person(1))),
        ])
        let keys = try await new.reader.entries().map { $0.entry.confidential?.key }
        #expect(keys[0] == keys[1])
        #expect(keys[1] != keys[2])
        #expect(await store.stored.map(\.period.month.description) == ["2026-11", "2026-12"])
    }
}
