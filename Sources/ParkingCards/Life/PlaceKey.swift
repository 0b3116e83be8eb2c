public import Gateway

/// Whose or whereof cards count together for one application. It is used and not kept.
public enum PlaceKey: Hashable, Sendable {
    /// The people of one household now, or one person under every number.
    case people(Set<Pseudonym>)
    /// What stands for an address, a dwelling unit, an enterprise or an establishment.
    case slot(QuotaKey, Pseudonym)
}
