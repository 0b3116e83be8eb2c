public import Facts
import Synchronization

/// A clock that goes on when it is told to.
public final class HandClock: Sendable {
    private let state: Mutex<Int64>
    private let origin = ContinuousClock.now

    /// 2026-11-21T09:14:02.125Z
    public init(milliseconds: Int64 = 1_795_252_442_125) { state = Mutex(milliseconds) }

    public var now: Timestamp { Timestamp(milliseconds: state.withLock { $0 }) }
    public var seconds: Int64 { now.milliseconds / 1000 }
    public var instant: ContinuousClock.Instant { origin + .milliseconds(now.milliseconds) }

    public func pass(_ duration: Duration) {
        let (seconds, parts) = duration.components
        state.withLock { $0 += seconds * 1000 + parts / 1_000_000_000_000_000 }
    }
}
