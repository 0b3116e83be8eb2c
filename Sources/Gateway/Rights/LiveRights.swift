public import AccessRights
public import Facts
import Synchronization

/// The rights in force, for those who decide: read without waiting for anybody.
///
/// Somebody else keeps them up to date (``RightsRegister/refresh()``). When nobody could for
/// ``patience``, nothing is allowed any more until somebody can: rights that may have ended are no
/// rights (default deny).
public final class LiveRights: Sendable {
    /// How long rights hold that cannot be compared with the storage.
    public static let patience = Duration.seconds(10)

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

    /// - Parameter uptime: a clock that only goes forward, by which ``patience`` is measured.
    init(
        _ history: RightsHistory, on day: CalendarDate,
        uptime: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.uptime = uptime
        state = Mutex(State(inForce: InForce(history, on: day), day: day, seen: uptime()))
    }

    /// The rights in force on the present day.
    public func rights(on day: CalendarDate) -> AccessRights {
        let now = uptime()
        let (inForce, seen) = state.withLock { ($0.inForce, $0.seen) }
        guard seen.duration(to: now) <= Self.patience else { return AccessRights() }
        if let nextDay = inForce.nextDay, nextDay <= day { return inForce.next }
        return inForce.rights
    }

    /// Whether what is read is no older than ``patience``.
    public var isTrusted: Bool {
        let now = uptime()
        return state.withLock { $0.seen }.duration(to: now) <= Self.patience
    }

    /// The day for which the rights were made.
    var day: CalendarDate { state.withLock { $0.day } }

    /// Puts other rights into force.
    func replace(by history: RightsHistory, on day: CalendarDate) {
        let (inForce, seen) = (InForce(history, on: day), uptime())
        state.withLock { $0 = State(inForce: inForce, day: day, seen: seen) }
    }

    /// Notes that the storage was looked at and holds nothing else.
    func confirm() {
        let seen = uptime()
        state.withLock { $0.seen = seen }
    }
}
