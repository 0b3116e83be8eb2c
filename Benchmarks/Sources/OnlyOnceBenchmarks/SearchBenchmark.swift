import AccessRights
import ConsultLog
import Facts
import Foundation
import LogSearch
import SQLiteStorage

/// Searches a large log by subject: each search one page of 50 that holds all 20 entries about
/// somebody, its own record durable before.
struct SearchBenchmark {
    let folder: String
    /// How many entries the log gets.
    let count: Int
    /// With whom the searches begin: with others in each run.
    private var first = 0

    init(folder: String, count: Int) {
        self.folder = folder
        self.count = count
    }

    private static let batch = 4096
    private static let searches = 1000
    private static let hits = 20

    /// Makes the folder: the log, its tree and its index. What is there already stays.
    func fill() async throws {
        let log = try await BenchmarkLog(at: folder, full: count)
        try await log.fill(upTo: count, batch: Self.batch)
        try await log.sequence()
        try await log.indexer().catchUp()
        await log.log.close()
    }

    mutating func run() async throws -> Figures {
        let log = try await BenchmarkLog(at: folder, full: count)
        first = log.count
        let watch = ContinuousClock()
        var figures = Figures()
        let indexer = try log.indexer()
        try await indexer.catchUp()
        guard indexer.index.next >= UInt64(count) else { throw BenchmarkFailure.wrongResult }
        let opening = try watch.measure { _ = try log.indexer() }
        figures["openingMilliseconds"] = opening / .milliseconds(1)
        let cold = try await search(indexer.index, in: log, Self.searches / 5, isCold: true)
        // About whom a log is asked a second time it also finds the record of the first.
        _ = try await search(indexer.index, in: log, Self.searches, isCold: false)
        var warm: [Double] = []
        let work = try await Work.of {
            warm = try await search(indexer.index, in: log, Self.searches, isCold: false)
        }
        figures["warmCPU"] = work.processorSeconds / Double(Self.searches) * 1000
        let record = try await record(in: log)
        for (name, times) in [("cold", cold), ("warm", warm), ("record", record)] {
            figures[name + "P50"] = times[times.count / 2]
            figures[name + "P99"] = times[times.count * 99 / 100]
        }
        await log.log.close()
        return figures
    }

    /// The milliseconds of durable appends of one entry, sorted: no search takes less.
    private func record(in log: BenchmarkLog) async throws -> [Double] {
        let watch = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<Self.searches {
            let time = try await watch.measure { try await log.append(2, from: 1) }
            times.append(time / .milliseconds(2))
        }
        return times.sorted()
    }

    /// The milliseconds of each search, sorted. Each is about somebody else; before a cold one the
    /// operating system forgets what it read of the log and of the index.
    private func search(
        _ index: SearchIndex, in log: BenchmarkLog, _ searches: Int, isCold: Bool
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
        for number in 0..<searches {
            if isCold { try ColdFiles(in: folder + "/data").forget() }
            var query = SearchQuery()
            let person = (first + number * 7919 + (isCold ? 13 : 0)) % (count / 20)
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
