public import Facts

/// The very text that a decision applied.
public struct RegulationCitation: Hashable, Sendable {
    public let id: RegulationID
    public let hash: RegulationHash
    /// Production decides only under a regulation in force; anything else is said with the
    /// decision (``RegulationStatus/notice``).
    public let status: RegulationStatus
    /// The day whose rules were applied.
    public let validOn: CalendarDate
    /// The day as of which the rules were known.
    public let knownOn: CalendarDate
}
