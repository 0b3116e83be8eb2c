public import Facts

/// Days from the first to the last, both included.
public struct ValidityPeriod: Hashable, Sendable {
    public let from: CalendarDate
    public let until: CalendarDate

    /// Returns `nil` when the last day lies before the first.
    public init?(from: CalendarDate, until: CalendarDate) {
        guard from <= until else { return nil }
        self.from = from
        self.until = until
    }

    /// The days that begin with `day` and last as long as `term`.
    init(from day: CalendarDate, lasting term: Term) {
        from = day
        until = day.adding(months: term.months).adding(days: -1)
    }

    public func contains(_ day: CalendarDate) -> Bool { from <= day && day <= until }
}
