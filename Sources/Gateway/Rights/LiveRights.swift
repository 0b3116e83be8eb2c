public import AccessRights
public import Facts
import Synchronization

/// The rights in force, for those who decide: read without waiting for anybody.
///
/// Somebody else keeps them up to date (``RightsRegister/refresh()``). Rights that nobody compared
/// with the storage for ``patience`` are not known any more: one of them may have ended elsewhere.
public final class LiveRights: Sendable {
    /// Within which time a right that ends anywhere has ended here.
    public static let patience = Duration.seconds(1)

    /// Rights, and those that follow them on a day that is known already.
    private final class InForce: Sendable {
        let rights: AccessRights
        let nextDay: CalendarDate?
        let next: AccessRights

        init(_ history: RightsHistory, on day: CalendarDate) {
            rights = history.rights(on: day)
            nextDay = history.nextTurn(after: day)
            next = nextDay.map { history.rights(on: $0) } ?? AccessRights()
        }
    }

    private struct State {
        var inForce: InForce
        var day: CalendarDate
        var seen: ContinuousClock.Instant
    }

    private let state: Mutex<State>
    private let uptime: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - seen: when the look at the storage began that found the history.
    ///   - uptime: a clock that only goes forward, by which ``patience`` is measured.
    init(
        _ history: RightsHistory, on day: CalendarDate, seen: ContinuousClock.Instant,
        uptime: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.uptime = uptime
        state = Mutex(State(inForce: InForce(history, on: day), day: day, seen: seen))
    }

    /// The rights in force on the present day; `nil` when they are not known now.
    public func rights(on day: CalendarDate) -> AccessRights? {
        let now = uptime()
        let (inForce, seen) = state.withLock { ($0.inForce, $0.seen) }
        guard seen.duration(to: now) <= Self.patience else { return nil }
        if let nextDay = inForce.nextDay, nextDay <= day { return inForce.next }
        return inForce.rights
    }

    /// Whether they are known now.
    public var areKnown: Bool {
        let now = uptime()
        return state.withLock { $0.seen }.duration(to: now) <= Self.patience
    }

    /// The day for which the rights were made.
    var day: CalendarDate { state.withLock { $0.day } }

    /// Puts other rights into force.
    func replace(
        by history: RightsHistory, on day: CalendarDate, seen: ContinuousClock.Instant
    ) {
        let inForce = InForce(history, on: day)
        state.withLock { state in
            state = State(inForce: inForce, day: day, seen: max(state.seen, seen))
        }
    }

    /// Notes that a look at the storage, begun then, found nothing else.
    func confirm(_ seen: ContinuousClock.Instant) {
        state.withLock { $0.seen = max($0.seen, seen) }
    }
}
