public import Facts

/// The place of an invented person in a household.
public enum SyntheticHouseholdPlace: Hashable, Sendable, Redacted {
    /// The reference person, whose file lists everybody, the person included (type 140).
    case head([SyntheticMember])
    /// A member, whose file points to the reference person (type 141).
    case member(of: SyntheticMember, as: SyntheticRole)
    /// Nobody's household: not in the registers, or no longer.
    case outside
}
