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

        let clock = ContinuousClock()
        var figures = Figures()
        let batched = try await clock.measure {
            try await log.fill(upTo: 2 * count, batch: Self.batch)
        }
        figures["batched"] = Double(count) / (batched / .seconds(1))
        let concurrent = try await clock.measure {
            try await log.append(count / 4, from: Self.callers)
        }
        figures["concurrent"] = Double(log.count - 2 * count) / (concurrent / .seconds(1))

        let before = indexer.index.next
        let indexing = try await clock.measure { try await indexer.catchUp() }
        guard indexer.index.next == UInt64(log.count) else { throw BenchmarkFailure.wrongResult }
        figures["indexed"] = Double(indexer.index.next - before) / (indexing / .seconds(1))
        let sequencing = try await clock.measure { try await log.sequence() }
        figures["sequenced"] = Double(log.count - count) / (sequencing / .seconds(1))

        let page = try await log.storage.page(after: nil, limit: 1000)
        guard page.count == 1000 else { throw BenchmarkFailure.wrongResult }
        figures["bytesPerEntry"] =
            Double(page.reduce(0) { $0 + $1.bytes.count }) / Double(page.count)
        await log.log.close()
        return figures
    }
}
