/// What became of a legal hold.
public enum HoldChange: String, Hashable, Sendable, CaseIterable {
    case placed
    case released
}
