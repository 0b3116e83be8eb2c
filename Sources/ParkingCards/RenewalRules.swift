/// How cards of a type are renewed.
public struct RenewalRules: Hashable, Sendable {
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        case automatic
        case onRequest = "on_request"
    }

    public let mode: Mode
    /// How long before the end a card can be renewed.
    public let window: DayCount
    /// How long after the end it still counts.
    public let grace: DayCount
    /// How long before the end the holder is told.
    public let notices: [DayCount]
}
