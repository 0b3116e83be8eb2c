import ConsultLog
import Facts
import Foundation
import LogSearch
import SQLiteStorage

/// Appends to a log in SQLite that already holds entries, each boxed and durable: intents and their
/// outcomes in turn, in batches, and one by one from callers at the same time. Then its tree and its
/// index, which stood at what it held before, catch up.
struct LogBenchmark {
    let folder: String
    /// How many entries it holds before, how many are appended then.
    let count: Int

    private static let batch = 500
    private static let callers = 256

    func run() async throws -> Figures {
        let log = try await BenchmarkLog(at: folder, full: 2 * count + count / 4)
        try await log.fill(upTo: count, batch: Self.batch)
        try await log.sequence()
        let indexer = try log.indexer()
        try await indexer.catchUp()

        var figures = Figures()
        func note(_ name: String, _ entries: Int, _ work: Work) {
            figures[name] = Double(entries) / work.seconds
            figures[name + "CPU"] = work.processorSeconds / Double(entries) * 1_000_000
        }
        note(
            "batched", count,
            try await Work.of { try await log.fill(upTo: 2 * count, batch: Self.batch) })
        note(
            "concurrent", count / 4,
            try await Work.of { try await log.append(count / 4, from: Self.callers) })
        note("indexed", log.count - count, try await Work.of { try await indexer.catchUp() })
        guard indexer.index.next == UInt64(log.count) else { throw BenchmarkFailure.wrongResult }
        note("sequenced", log.count - count, try await Work.of { try await log.sequence() })

        let page = try await log.storage.page(after: nil, limit: 1000)
        guard page.count == 1000 else { throw BenchmarkFailure.wrongResult }
        figures["bytesPerEntry"] =
            Double(page.reduce(0) { $0 + $1.bytes.count }) / Double(page.count)
        await log.log.close()
        return figures
    }
}
