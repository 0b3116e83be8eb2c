public import Facts

/// Who runs the parking policy of the municipality.
public struct Operator: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case own
        case delegated
    }

    public let kind: Kind
    public let name: String?
    public let since: CalendarDate?
}
