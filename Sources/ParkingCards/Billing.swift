/// For how long the amount of a tariff pays.
public enum Billing: String, Hashable, Sendable, CaseIterable {
    case yearly
    case monthly
}
