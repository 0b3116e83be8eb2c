/// By what the cards that count together are found.
public enum QuotaKey: String, Hashable, Sendable, CaseIterable {
    /// The people who form one household now; a household has no identifier of its own.
    case household
    case address
    case dwellingUnit = "dwelling_unit"
    case person
    case enterprise
    case establishment
}
