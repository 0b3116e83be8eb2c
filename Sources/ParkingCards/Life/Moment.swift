public import Facts

/// When something happens: the instant for the history, the day for the rules.
public struct Moment: Hashable, Sendable {
    public let time: Timestamp
    /// The day in Brussels.
    public let day: CalendarDate

    public init(_ time: Timestamp, on day: CalendarDate) {
        self.time = time
        self.day = day
    }
}
