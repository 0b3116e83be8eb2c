public import Facts

/// Pseudonyms of the people who form one household now, made for one municipality.
///
/// Cards are counted by them. They are used and not kept: a household has no identifier of its own.
public struct HouseholdPseudonyms: Hashable, Sendable, Redacted {
    /// The person who was asked about, by the present number.
    public let holder: Pseudonym
    /// Everybody in the household, the holder included.
    public let members: Set<Pseudonym>
    /// A home or community, whose residents do not form one family.
    public let isCollective: Bool

    public init(holder: Pseudonym, members: Set<Pseudonym>, isCollective: Bool) {
        self.holder = holder
        self.members = members
        self.isCollective = isCollective
    }
}
