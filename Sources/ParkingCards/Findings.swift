public import Facts

/// What was found out for one application: yes, no or unknown, and counts. `nil` is a question that
/// was not asked.
public struct Findings: Hashable, Sendable, Redacted {
    public var answers: [FactQuestion: Evidence<Bool>] = [:]
    /// By the key by which they were counted.
    public var counts: [QuotaKey: QuotaCount] = [:]
    /// How many cards of the type the whole municipality has given.
    public var municipalCards: Evidence<Int>?
    /// The paid staff of the enterprise, which no source publishes.
    public var staff: Evidence<Int>?
    /// The sector in which the card would be valid.
    public var sector: Evidence<SectorID>?
    /// The day of the application for registration in the population register.
    public var registeredSince: Evidence<CalendarDate>?

    public init() {}

    public subscript(question: FactQuestion) -> Evidence<Bool>? {
        get { answers[question] }
        set { answers[question] = newValue }
    }
}
