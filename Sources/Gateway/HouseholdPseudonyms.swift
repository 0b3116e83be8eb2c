public import Facts

/// Pseudonyms of the people who form one household now, made for one municipality.
///
/// Cards are counted by them. They are used and not kept: a household has no identifier of its own.
public struct HouseholdPseudonyms: Hashable, Sendable, Redacted {
    /// The person who was asked about, by the present number.
    public let holder: Pseudonym
    /// The same person under every number that the question came upon: the present one, and the
    /// one that it replaced.
    public let own: Set<Pseudonym>
    /// Everybody in the household, the person who was asked about included.
    public let members: Set<Pseudonym>
    /// A home or community, whose residents do not form one family; `nil` when the register does
    /// not say whether it is one.
    public let isCollective: Bool?

    /// - Parameters:
    ///   - earlier: the person under a number that was replaced.
    ///   - others: the members, with the person among them or without.
    public init(
        holder: Pseudonym, earlier: Set<Pseudonym> = [], others: Set<Pseudonym>,
        isCollective: Bool?
    ) {
        self.holder = holder
        own = earlier.union([holder])
        members = others.union(own)
        self.isCollective = isCollective
    }
}
