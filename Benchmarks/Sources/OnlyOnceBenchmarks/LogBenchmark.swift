import ConsultLog
import Facts
import Foundation
import SQLiteStorage

/// Appends to a log in SQLite, each boxed and durable: intents and their outcomes in turn, in
/// batches, and one by one from callers at the same time.
struct LogBenchmark {
    let folder: String

    private static let batch = 500
    private static let callers = 256
    private static let entries = 51_200

    func run() async throws -> Figures {
        let storage = try await SQLiteConsultLogStorage.open(at: folder + "/log.sqlite")
        guard let wrappingKey = KeyEncryptionKey(bytes: [UInt8](repeating: 7, count: 32)) else {
            throw BenchmarkFailure.wrongResult
        }
        let keys = try await DataKeys(
            store: try await FileKeyStore.open(at: folder + "/keys"), wrappedBy: wrappingKey)
        let log = try await ConsultLog(
            storage: storage, keys: keys,
            now: {
                Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            }, onFailedSync: {})
        let drafts = try LogDrafts()
        try await append(2 * Self.batch, to: log, drafts, at: Self.batch)

        let clock = ContinuousClock()
        var figures = Figures()
        let batched = try await clock.measure {
            try await append(Self.entries, to: log, drafts, at: Self.batch)
        }
        figures["batched"] = Double(Self.entries) / (batched / .seconds(1))
        let concurrent = try await clock.measure {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<Self.callers {
                    tasks.addTask {
                        try await append(Self.entries / Self.callers, to: log, drafts, at: 1)
                    }
                }
                try await tasks.waitForAll()
            }
        }
        figures["concurrent"] = Double(Self.entries) / (concurrent / .seconds(1))

        let page = try await storage.page(after: nil, limit: 1000)
        guard page.count == 1000 else { throw BenchmarkFailure.wrongResult }
        figures["bytesPerEntry"] =
            Double(page.reduce(0) { $0 + $1.bytes.count }) / Double(page.count)
        await log.close()
        return figures
    }

    /// Appends a batch of intents, then one of their outcomes, until there are so many entries.
    private func append(
        _ count: Int, to log: ConsultLog, _ drafts: LogDrafts, at batch: Int
    ) async throws {
        for _ in 0..<(count / batch / 2) {
            let consults = (0..<batch).map { _ in log.newConsult() }
            let asked = try await log.append(consults.map { drafts.asked(in: $0) })
            let answered = try await log.append(
                zip(consults, asked).map { drafts.answered(in: $0, to: $1) })
            guard answered.count == batch else { throw BenchmarkFailure.wrongResult }
        }
    }
}
