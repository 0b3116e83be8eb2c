public import Facts

/// Every change of every authorisation, in the order in which they became known; from it follows
/// what is in force on a day, as it is known now or was known then.
public struct RightsHistory: Sendable {
    /// All of it; nothing is ever taken away.
    public private(set) var changes: [RightsChange] = []
    private var lives: [AuthorisationID: AuthorisationLife] = [:]

    /// A history in which nothing happened.
    public init() {}

    /// Takes changes in their order.
    ///
    /// - Throws: the reason why one of them cannot follow those before it.
    public init(replaying changes: some Sequence<RightsChange>) throws(StepRefusal) {
        for change in changes {
            if let refusal = append(change) { throw refusal }
        }
    }

    public var revision: RightsRevision { RightsRevision(Int64(changes.count)) }

    public subscript(id: AuthorisationID) -> AuthorisationLife? { lives[id] }

    /// Every authorisation, by id.
    public var authorisations: [AuthorisationLife] { lives.values.sorted { $0.id < $1.id } }

    /// Why a change cannot follow; `nil` when it can.
    public func refusal(of change: RightsChange) -> StepRefusal? {
        if let last = changes.last, change.known < last.known { return .outOfOrder }
        return (lives[change.authorisation] ?? AuthorisationLife(change.authorisation))
            .refusal(of: change)
    }

    /// Takes a change.
    ///
    /// - Returns: why it cannot follow; then nothing changed.
    public mutating func append(_ change: RightsChange) -> StepRefusal? {
        if let refusal = refusal(of: change) { return refusal }
        changes.append(change)
        // Taken out first, so that it is changed where it is.
        var life =
            lives.removeValue(forKey: change.authorisation)
            ?? AuthorisationLife(change.authorisation)
        life.append(change)
        lives[change.authorisation] = life
        return nil
    }

    /// The history as it was known at an instant.
    public func known(at instant: Timestamp) -> RightsHistory {
        var earlier = RightsHistory()
        for change in changes {
            guard change.known <= instant else { break }
            // Each could follow here, so it can follow there: those before it are the same.
            _ = earlier.append(change)
        }
        return earlier
    }

    /// The rights in force on a day, as they are known now.
    public func rights(on day: CalendarDate) -> AccessRights {
        // Each id gives one version at most, so that none can contradict another.
        (try? AccessRights(lives.values.compactMap { $0.inForce(on: day) })) ?? AccessRights()
    }

    /// The rights in force on a day, as they were known at an instant.
    public func rights(on day: CalendarDate, knownAt instant: Timestamp) -> AccessRights {
        known(at: instant).rights(on: day)
    }

    /// The first day after this one on which other rights can be in force by what is decided
    /// already; what the terms say of their own validity is decided with each request.
    public func nextTurn(after day: CalendarDate) -> CalendarDate? {
        lives.values.lazy.flatMap(\.turns).filter { $0 > day }.min()
    }
}
