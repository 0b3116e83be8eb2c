public import Facts

/// Where the time comes from.
public protocol TimeSource: Sendable {
    /// The present instant.
    func now() -> Timestamp

    /// The present day in Belgium, on which rights and rules are judged.
    func today() -> CalendarDate
}
