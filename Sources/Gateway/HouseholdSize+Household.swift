import Facts

extension HouseholdSize {
    /// Members without a number count. A home or community has residents who form no household
    /// together; where the register does not say whether it is one, the number stays open.
    init(_ household: Household) {
        switch household.isCollective {
        case true, nil: self = .unknown(.inconclusive)
        case false where household.members.isEmpty: self = .unknown(.nothingRegistered)
        case false: self = .people(household.members.count)
        }
    }
}
