import ConsultLog
public import LogProofs
import TransparencyLogs

/// What every storage of a witness promises, as checks that any of them can be put through. Each
/// returns what it found broken.
public struct WitnessStorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty storage to the test.
        public let violations: @Sendable (any WitnessStorage) async throws -> [String]
    }

    public static let checks: [Check] = [
        Check(description: "an origin without a record has none", violations: beginsEmpty),
        Check(description: "what was put there is there, word for word", violations: keeps),
        Check(description: "a record is replaced only by who knows it", violations: compares),
        Check(description: "origins do not mix", violations: keepsApart),
        Check(description: "of many at once exactly one wins", violations: letsOneWin),
    ]

    @Sendable
    private static func beginsEmpty(_ storage: any WitnessStorage) async throws -> [String] {
        let record = try await storage.record(of: WitnessSamples().origin)
        return record == nil ? [] : ["there is a record that nobody made"]
    }

    @Sendable
    private static func keeps(_ storage: any WitnessStorage) async throws -> [String] {
        let samples = WitnessSamples()
        let first = try samples.record(of: 3, at: 10)
        let second = try samples.record(of: 7, at: 11)
        var violations: [String] = []
        if try await !storage.replace(nil, with: first) { violations.append("the first was lost") }
        if try await storage.record(of: samples.origin) != first {
            violations.append("the first is another one")
        }
        if try await !storage.replace(first, with: second) {
            violations.append("the second was lost")
        }
        if try await storage.record(of: samples.origin) != second {
            violations.append("the second is another one")
        }
        return violations
    }

    @Sendable
    private static func compares(_ storage: any WitnessStorage) async throws -> [String] {
        let samples = WitnessSamples()
        let first = try samples.record(of: 3, at: 10)
        let second = try samples.record(of: 7, at: 11)
        // The same checkpoint at another time is another record.
        let other = try samples.record(of: 3, at: 12)
        var violations: [String] = []
        if try await storage.replace(first, with: second) { violations.append("nothing matched") }
        _ = try await storage.replace(nil, with: first)
        for wrong in [nil, second, other] where try await storage.replace(wrong, with: second) {
            violations.append("a record was replaced by who did not know it")
        }
        if try await storage.record(of: samples.origin) != first {
            violations.append("the record changed")
        }
        return violations
    }

    @Sendable
    private static func keepsApart(_ storage: any WitnessStorage) async throws -> [String] {
        let samples = [
            WitnessSamples(log: "log.example/a"), WitnessSamples(log: "log.example/A"),
            WitnessSamples(log: "log.example/a/../b"), WitnessSamples(log: "log.example/é"),
            WitnessSamples(log: "log.example/e\u{301}"),
        ]
        for (index, sample) in samples.enumerated() {
            _ = try await storage.replace(nil, with: try sample.record(of: index + 1, at: 10))
        }
        var violations: [String] = []
        for (index, sample) in samples.enumerated() {
            let size = try await storage.record(of: sample.origin)?.checkpoint.size
            if size != UInt64(index + 1) { violations.append("the origin \(index) has another's") }
        }
        return violations
    }

    @Sendable
    private static func letsOneWin(_ storage: any WitnessStorage) async throws -> [String] {
        let samples = WitnessSamples()
        let first = try samples.record(of: 1, at: 1)
        _ = try await storage.replace(nil, with: first)
        let winners = try await withThrowingTaskGroup(of: WitnessRecord?.self) { group in
            for size in 2..<20 {
                let new = try samples.record(of: size, at: 2)
                group.addTask { try await storage.replace(first, with: new) ? new : nil }
            }
            return try await group.reduce(into: [WitnessRecord]()) {
                if let won = $1 { $0.append(won) }
            }
        }
        guard winners.count == 1 else { return ["\(winners.count) won"] }
        return try await storage.record(of: samples.origin) == winners[0]
            ? [] : ["who won is not there"]
    }
}
