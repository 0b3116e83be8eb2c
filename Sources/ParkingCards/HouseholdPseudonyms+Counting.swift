public import Gateway

extension HouseholdPseudonyms {
    /// The people whose cards count together: the household, or in a collective one the person
    /// alone.
    public var countedTogether: Set<Pseudonym> {
        isCollective ? [holder] : members.union([holder])
    }
}
