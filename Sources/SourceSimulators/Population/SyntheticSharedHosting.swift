public import Facts

/// The other parent with whom a child also stays (information type 021), named by number where
/// the simulated register knows it.
public struct SyntheticSharedHosting: Hashable, Sendable, Redacted {
    public let otherParent: SSIN?
    public let since: CalendarDate
}
