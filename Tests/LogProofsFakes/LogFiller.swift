public import ConsultLog
public import ConsultLogFakes

/// Puts sample entries into a log.
public struct LogFiller: Sendable {
    public let bench: LogBench
    private let samples: LogSamples

    public init(_ storage: any ConsultLogStorage, seed: UInt64 = 1) async throws {
        bench = try await LogBench(storage, seed: seed)
        samples = try LogSamples()
    }

    /// Appends that many intents in one batch.
    @discardableResult
    public func append(_ count: Int) async throws -> [AppendedEntry] {
        let drafts = try (0..<count).map {
            samples.asked(
                in: bench.log.newConsult(), about: .person(try samples.person($0 % 8000)))
        }
        return try await bench.log.append(drafts)
    }
}
