public import Facts

/// From when to when something holds, both days included.
public struct Validity: Hashable, Sendable {
    public let from: CalendarDate
    /// `nil`: until further notice.
    public let until: CalendarDate?

    public init(from: CalendarDate, until: CalendarDate?) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: CalendarDate) -> Bool {
        day >= from && until.map { day <= $0 } ?? true
    }
}
