import Facts

/// Who lives together and what they drive, before anybody has a number.
struct HouseholdPlan {
    var address: SyntheticAddress?
    var since: CalendarDate
    var isCollective = false
    /// The first is the reference person, unless the first left or has a BIS number.
    var members: [MemberPlan] = []
    var vehicles: [VehiclePlan] = []
}

/// One person of a household that is being planned.
struct MemberPlan {
    enum Number {
        case national
        case bis(isSexKnown: Bool)
    }
    enum CivilState {
        case single
        /// To the member with this index.
        case married(to: Int, since: CalendarDate)
        case widowed(since: CalendarDate)
        case divorced(since: CalendarDate)
    }

    var birth: IncompleteDate
    var sex: Sex
    var lastName: String
    var firstNames: [String]
    var role = SyntheticRole.head
    var number = Number.national
    /// Only the demo's characters have a number that was chosen by hand.
    var sequence: Int?
    var civilState = CivilState.single
    var register = SyntheticRegister.population
    var licence = SyntheticLicence.none
    var departure: SyntheticDeparture?
    var previousAddress: SyntheticAddress?
    var pendingMove: SyntheticPendingMove?
    var hasProtectedAddress = false
    var sharedHostingSince: CalendarDate?
    /// The demo's character with whom a child also stays.
    var otherParent: DemoCast?
    /// Had a BIS number before, which the present number replaced.
    var hasFormerNumber = false
    var character: DemoCast?

    /// Whether the person is of the household that is left.
    var isPresent: Bool {
        guard case .national = number else { return false }
        return departure == nil
    }
}

/// One vehicle of a household that is being planned.
struct VehiclePlan {
    enum Holder {
        case member(Int)
        case enterprise(Int)
    }
    var holder: Holder
    var status = SyntheticRegistrationStatus.registered
    var category = SyntheticVehicleCategory.m1
    var maximumMass = 1850
    var wasHandedOn = false
    var since: CalendarDate
    /// The character whose demo uses this plate.
    var characters: [DemoCast] = []
}
