public import Gateway

extension HouseholdPseudonyms {
    /// The people whose cards count together: the household, or in a collective one the person
    /// alone, under every number; `nil` when it is not known which.
    public var countedTogether: Set<Pseudonym>? {
        switch isCollective {
        case true: own
        case false: members
        case nil: nil
        }
    }
}
