import CoreMetrics
import Synchronization

/// Keeps those who are no registered application from filling the application log: of theirs so many
/// requests a second leave a line, and of the others their number.
final class LineGate: Sendable {
    private struct State: Sendable {
        var bucket: TokenBucket
        var unwritten = 0
    }

    private let rate: Int
    private let state: Mutex<State>
    private let unwritten: Counter

    /// - Parameter rate: how many lines a second there may be.
    init(rate: Int, at now: ContinuousClock.Instant = .now, metrics: any MetricsFactory) {
        self.rate = rate
        state = Mutex(State(bucket: TokenBucket(rate: rate, at: now)))
        unwritten = Counter(
            label: "onlyonce_unwritten_lines_total", dimensions: [], factory: metrics)
    }

    /// Asks for one line.
    ///
    /// - Returns: how many lines were left out before it; `nil` when it is left out too.
    func take(at now: ContinuousClock.Instant) -> Int? {
        let before: Int? = state.withLock { state in
            guard state.bucket.take(rate: rate, at: now) == nil else {
                state.unwritten += 1
                return nil
            }
            defer { state.unwritten = 0 }
            return state.unwritten
        }
        if before == nil { unwritten.increment() }
        return before
    }
}
