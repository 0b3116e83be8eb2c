public import Facts

/// The present household of a person, as pseudonyms for one municipality. It is used to count
/// cards and then forgotten: a household has no identifier that outlives a change.
public struct HouseholdPseudonyms: Hashable, Sendable, Redacted {
    /// The person who was asked about.
    public let holder: HolderPseudonym
    public let members: Set<HolderPseudonym>
    /// A home or community, whose residents do not form one family.
    public let isCollective: Bool

    public init(holder: HolderPseudonym, members: Set<HolderPseudonym>, isCollective: Bool) {
        self.holder = holder
        self.members = members
        self.isCollective = isCollective
    }

    /// The people whose cards count together: the household, or in a collective one the person
    /// alone.
    public var countedTogether: Set<HolderPseudonym> {
        isCollective ? [holder] : members.union([holder])
    }
}
