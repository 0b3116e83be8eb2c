import AccessRights
import ConsultLog
import Facts
import Foundation
import LogSearch
import SQLiteStorage

/// Fills a log, indexes it from its first entry to its last, and searches it by subject: each search
/// one page of 50 that holds all 20 entries about somebody, its own record durable before.
struct SearchBenchmark {
    let folder: String
    /// How many entries the log gets.
    let count: Int

    private static let batch = 4096
    private static let searches = 1000
    private static let hits = 20

    func run() async throws -> Figures {
        let log = try await BenchmarkLog(at: folder, full: count)
        let watch = ContinuousClock()
        var figures = Figures()
        let missing = count - log.count
        if missing > 0 {
            let filling = try await watch.measure {
                try await log.fill(upTo: count, batch: Self.batch)
            }
            figures["appendedPerSecond"] = Double(missing) / (filling / .seconds(1))
            let sequencing = try await watch.measure { try await log.sequence() }
            figures["sequencedPerSecond"] = Double(missing) / (sequencing / .seconds(1))
        }
        let indexer = try log.indexer()
        let before = indexer.index.next
        let indexing = try await watch.measure { try await indexer.catchUp() }
        let indexed = indexer.index.next - before
        guard indexer.index.next >= UInt64(count) else { throw BenchmarkFailure.wrongResult }
        if indexed > 10_000 {
            figures["indexedPerSecond"] = Double(indexed) / (indexing / .seconds(1))
        }
        let opening = try watch.measure { _ = try log.indexer() }
        figures["openingMilliseconds"] = opening / .milliseconds(1)
        for isCold in [true, false] {
            let times = try await search(indexer.index, in: log, isCold: isCold)
            let name = isCold ? "cold" : "warm"
            figures[name + "P50"] = times[times.count / 2]
            figures[name + "P99"] = times[times.count * 99 / 100]
        }
        await log.log.close()
        return figures
    }

    /// The milliseconds of each search, sorted. Each is about somebody else; before a cold one the
    /// operating system forgets what it read of the log and of the index.
    private func search(
        _ index: SearchIndex, in log: BenchmarkLog, isCold: Bool
    ) async throws -> [Double] {
        let files = try SearchIndexFolder(at: folder + "/data/search")
        let search = LogSearch(
            index, log: log.log, storage: log.storage, keys: log.keys,
            cursorKey: try files.cursorKey(), on: BlockingQueue("searching"))
        let auditor = Auditor(
            official: try OfficialID(parsing: "dpo"), reason: try StatedReason(parsing: "benchmark")
        )
        let watch = ContinuousClock()
        var times: [Double] = []
        for number in 0..<(isCold ? Self.searches / 5 : Self.searches) {
            if isCold { try ColdFiles(in: folder + "/data").forget() }
            var query = SearchQuery()
            let person = (number * 7919 + (isCold ? 13 : 0)) % (count / 20)
            query.subject = .person(try BenchmarkLog.person(person))
            let request = SearchRequest(query)
            var found = 0
            let time = try await watch.measure {
                found = try await search.page(request, for: auditor).hits.count
            }
            guard found >= Self.hits - 2 else { throw BenchmarkFailure.wrongResult }
            times.append(time / .milliseconds(1))
        }
        return times.sorted()
    }
}
