/// Which of the two people of a delegation an entry is about: there is one entry for each.
public enum DelegationParty: String, Hashable, Sendable, CaseIterable {
    /// Whose role it is.
    case from
    /// Who acts in it meanwhile.
    case to
}
