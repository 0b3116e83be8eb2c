public import Facts

/// When the public gets a new checkpoint: once in each interval of the clock, by default on the
/// hour, so that it does not show when the log was used.
///
/// It asks only whether the interval is another one, so a clock that jumps, back or ahead, costs a
/// checkpoint more and nothing else.
public struct PublicationSchedule: Sendable {
    private let milliseconds: Int64
    private var current: Int64?

    /// - Parameter interval: at least a millisecond.
    public init(every interval: Duration) {
        let (seconds, attoseconds) = interval.components
        milliseconds = max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// Whether a checkpoint is due; always at first, and then once in each interval.
    public func isDue(at time: Timestamp) -> Bool { interval(of: time) != current }

    /// Notes that one was published.
    public mutating func published(at time: Timestamp) { current = interval(of: time) }

    private func interval(of time: Timestamp) -> Int64 {
        let (quotient, rest) = time.milliseconds.quotientAndRemainder(dividingBy: milliseconds)
        return rest < 0 ? quotient - 1 : quotient
    }
}
