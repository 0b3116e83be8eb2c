import Synchronization

/// A clock that goes forward by one step whenever somebody looks at it.
final class SteppingClock: Clock {
    struct Instant: InstantProtocol {
        let offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        func duration(to other: Instant) -> Duration { other.offset - offset }

        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    let step: Duration
    private let reached = Mutex(Duration.zero)

    init(step: Duration) { self.step = step }

    var now: Instant {
        Instant(
            offset: reached.withLock { reached in
                reached += step
                return reached
            })
    }

    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
