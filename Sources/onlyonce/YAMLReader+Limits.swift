import HTTPFacade
import StrictYAML

extension YAMLReader {
    /// The limits; each may be absent, and then the standard one holds.
    mutating func limits() -> RequestLimits? {
        var limits = RequestLimits()
        if has("requestsPerSecond") {
            limits.requestsPerSecond = integer("requestsPerSecond", in: 1...1_000_000).map(Int.init)
        }
        if has("concurrentConsults") {
            limits.concurrentConsults =
                integer("concurrentConsults", in: 1...100_000).map(Int.init) ?? 0
        }
        if has("bodyBytes") {
            limits.largestBody = integer("bodyBytes", in: 1024...16_777_216).map(Int.init) ?? 0
        }
        if has("batchSize") {
            limits.largestBatch = integer("batchSize", in: 1...10_000).map(Int.init) ?? 0
        }
        return limits
    }
}
