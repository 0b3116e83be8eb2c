public import Facts

/// Where the time comes from.
public protocol TimeSource: Sendable {
    /// The present instant.
    func now() -> Timestamp

    /// The present day in Belgium, on which rights and rules are judged.
    func today() -> CalendarDate

    /// The day in Belgium of an instant.
    func day(of instant: Timestamp) -> CalendarDate
}

extension TimeSource {
    /// The day in UTC, for a clock that has no calendar of its own.
    public func day(of instant: Timestamp) -> CalendarDate { instant.utcDate }
}
