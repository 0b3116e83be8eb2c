import CoreMetrics
import Synchronization

/// How often a value fell below each of some fixed bounds; durations are in seconds.
final class PrometheusHistogram: TimerHandler, RecorderHandler, Sendable {
    /// From a quarter of a millisecond to ten seconds.
    static let bounds = [
        0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    struct State: Sendable {
        /// By bound, each without those below it; the last is for what exceeds all bounds.
        fileprivate(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
        fileprivate(set) var sum = 0.0
    }

    private let recorded = Mutex(State())

    var state: State { recorded.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        recorded.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }
}
