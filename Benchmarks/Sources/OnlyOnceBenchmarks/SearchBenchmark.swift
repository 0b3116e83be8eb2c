import AccessRights
import ConsultLog
import Facts
import Foundation
import LogSearch
import SQLiteStorage
import Synchronization

/// Fills a log with consults of five years about many people, indexes it from its first entry to its
/// last, and searches it by subject: each search a page of 50, its own record durable before.
struct SearchBenchmark {
    let folder: String
    /// How many entries the log gets.
    let count: Int

    private static let batch = 2048
    private static let searches = 1000

    func run() async throws -> Figures {
        let storage = try await SQLiteConsultLogStorage.open(at: folder + "/log.sqlite")
        guard let wrappingKey = KeyEncryptionKey(bytes: [UInt8](repeating: 7, count: 32)) else {
            throw BenchmarkFailure.wrongResult
        }
        let keys = try await DataKeys(
            store: try await FileKeyStore.open(at: folder + "/keys"), wrappedBy: wrappingKey)
        let clock = MovingClock(count: count)
        let log = try await ConsultLog(
            storage: storage, keys: keys, now: { clock.now() }, onFailedSync: {})
        var figures = Figures()
        let watch = ContinuousClock()
        let filling = try await watch.measure { try await fill(log, clock) }
        figures["appendedPerSecond"] = Double(count) / (filling / .seconds(1))

        let files = try SearchIndexFolder(at: folder + "/search")
        let index = try SearchIndex(opening: files)
        let indexer = SearchIndexer(
            index, log: storage, keys: keys, on: BlockingQueue("indexing"), onDamage: { _ in })
        let indexing = try await watch.measure { try await indexer.catchUp() }
        guard index.next == UInt64(count) else { throw BenchmarkFailure.wrongResult }
        figures["indexedPerSecond"] = Double(count) / (indexing / .seconds(1))
        let opening = try watch.measure { _ = try SearchIndex(opening: files) }
        figures["openingMilliseconds"] = opening / .milliseconds(1)

        let search = LogSearch(
            index, log: log, storage: storage, keys: keys, cursorKey: try files.cursorKey(),
            on: BlockingQueue("searching"))
        let auditor = Auditor(
            official: try OfficialID(parsing: "dpo"), reason: try StatedReason(parsing: "benchmark")
        )
        var times: [Double] = []
        for number in 0..<Self.searches {
            var query = SearchQuery()
            query.subject = .person(try Self.person(number * 7919 % (count / 20 + 1)))
            let request = SearchRequest(query)
            let time = try await watch.measure {
                guard try await !search.page(request, for: auditor).hits.isEmpty else {
                    throw BenchmarkFailure.wrongResult
                }
            }
            times.append(time / .milliseconds(1))
        }
        times.sort()
        figures["searchP50Milliseconds"] = times[times.count / 2]
        figures["searchP99Milliseconds"] = times[times.count * 99 / 100]
        await log.close()
        return figures
    }

    /// Appends consults of one intent and one outcome, ten about each person.
    private func fill(_ log: ConsultLog, _ clock: MovingClock) async throws {
        let drafts = try LogDrafts()
        let people = count / 20 + 1
        for start in stride(from: 0, to: count, by: Self.batch) {
            let consults = min(Self.batch, count - start) / 2
            let ids = (0..<consults).map { _ in log.newConsult() }
            let asked = try await log.append(
                ids.enumerated().map { offset, id in
                    drafts.asked(
                        in: id, about: .person(try Self.person((start / 2 + offset) % people)))
                })
            _ = try await log.append(zip(ids, asked).map { drafts.answered(in: $0, to: $1) })
            clock.advance(by: 2 * consults)
        }
    }

    /// Nobody: sequence numbers from 900 are never given out.
    private static func person(_ number: Int) throws -> SSIN {
        let day = CalendarDate(daysSinceEpoch: -14_000 + number / 97 % 20_000)
        return try SSIN(birth: .full(day), sequence: 900 + number % 97)
    }
}

/// Goes through five years while the log is filled.
private final class MovingClock: Sendable {
    private let done = Mutex(0)
    private let count: Int

    init(count: Int) { self.count = count }

    func advance(by entries: Int) { done.withLock { $0 += entries } }

    func now() -> Timestamp {
        let share = Double(done.withLock(\.self)) / Double(count)
        return Timestamp(
            milliseconds: 1_637_000_000_000 + Int64(share * 157_000_000_000))
    }
}
