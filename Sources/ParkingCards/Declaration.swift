public import Facts

/// What an official established about an application, where no source tells.
///
/// A declaration never contradicts a source: it fills what a source leaves open. To decide against
/// a source is an override, which is another act.
public struct Declaration: Hashable, Sendable, Redacted {
    public enum Statement: Hashable, Sendable {
        case answer(FactQuestion, Bool)
        case staff(Int)
        case sector(SectorID)
        case registeredSince(CalendarDate)
    }

    public let statement: Statement
    /// When the official made it.
    public let madeAt: Timestamp
    /// The days for which it holds.
    public let period: ValidityPeriod

    public init(_ statement: Statement, madeAt: Timestamp, period: ValidityPeriod) {
        self.statement = statement
        self.madeAt = madeAt
        self.period = period
    }
}
