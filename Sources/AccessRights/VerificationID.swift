public import Facts

/// A question that is answered with yes, no or unknown, so that the fact behind it never leaves
/// the gateway.
public enum VerificationID: String, Hashable, Sendable, CaseIterable, Comparable {
    /// No death is recorded.
    case isAlive
    /// At least so many years old today.
    case isAdult
    /// Main residence in the municipality.
    case isResidentOf
    /// Main residence in the municipality, inscribed in one of the registers.
    case isInscribedIn
    /// Main residence at the address.
    case livesAt
    /// Main residence in an area of the municipality, inscribed in one of the registers.
    case livesIn
    /// A change of address was declared and is not confirmed yet.
    case hasPendingMove
    /// Nothing forbids to communicate the address.
    case addressMayBeShown
    /// The alternating stay of a child stands in the person's file; what does not stand there
    /// leaves it open.
    case hasSharedCustody
    /// Two people are registered in one household.
    case sharesHouseholdWith
    /// Not a yes or no: how many people are registered in the household, and nobody's name.
    case householdSize
    /// Not a yes or no: pseudonyms of the present members of a household, made for one
    /// municipality, by which cards are counted. They reveal no identity and are not kept.
    case householdPseudonyms
    /// Not a yes or no: a pseudonym of the main residence, made for one municipality, by which
    /// cards are counted.
    case addressPseudonym
    /// Not a yes or no: in which of the areas that are named the main residence lies.
    case areaOfResidence
    /// Not a yes or no: the day since which the person stands in the present register.
    case inscribedSince
    /// The plate is registered and nothing suspends it.
    case vehicleIsRegistered
    /// The registration is suspended. Only that it is not is published.
    case vehicleIsSuspended
    /// The vehicle is registered in the name of the person or enterprise.
    case vehicleIsHeldBy
    /// The vehicle is of one of the categories, and no heavier than asked.
    case vehicleIsWithin
    case vehicleIsOfCategory
    case vehicleIsNoHeavier
    case vehicleIsNoLonger
    case vehicleIsNoHigher
    /// The plate is of a kind that a rule accepts.
    case plateIsOfKind
    /// A low-emission zone admits the vehicle.
    case vehicleMeetsLowEmission
    /// A licence is registered and not forfeited.
    case holdsDrivingLicence
    /// A licence covers the category and is neither forfeited nor expired.
    case mayDrive
    /// The enterprise is active.
    case enterpriseIsActive
    /// One of the establishments is at the address or in the sector.
    case establishmentIsAt
    /// The unit is the enterprise's own and lies in the area.
    case establishmentIsIn
    /// An activity of the enterprise's unit is on the list.
    case performsActivity
    /// Not a yes or no: in which of the areas that are named a unit of the enterprise lies.
    case areaOfEstablishment
    /// The person holds a function in the enterprise. No source publishes functions with a
    /// national number, so that the answer is always unknown.
    case holdsFunctionIn

    /// What must be asked of the source to answer, and no more; empty when no source can be asked.
    public var attributes: Set<AttributeID> {
        switch self {
        case .isAlive: [.personVitalStatus]
        case .isAdult: [.personBirthDate]
        case .isResidentOf: [.personManagingMunicipality, .personAddressChangePending]
        case .isInscribedIn:
            [.personManagingMunicipality, .personAddressChangePending, .personRegister]
        case .livesAt: [.personMainResidence, .personAddressChangePending]
        case .livesIn: [.personMainResidence, .personAddressChangePending, .personRegister]
        case .hasPendingMove: [.personAddressChangePending]
        case .addressMayBeShown: [.personAddressProtected]
        case .hasSharedCustody: [.personSharedHosting]
        case .sharesHouseholdWith: [.householdMembers]
        case .householdSize, .householdPseudonyms: [.householdMembers, .householdCollective]
        case .addressPseudonym, .areaOfResidence: [.personMainResidence]
        case .inscribedSince: [.personRegister]
        case .vehicleIsRegistered, .vehicleIsSuspended: [.vehicleStatus]
        case .vehicleIsHeldBy: [.vehicleStatus, .vehicleHolder]
        case .vehicleIsWithin: [.vehicleCategory, .vehicleMaximumMass]
        case .vehicleIsOfCategory: [.vehicleCategory]
        case .vehicleIsNoHeavier: [.vehicleMaximumMass]
        case .vehicleIsNoLonger, .vehicleIsNoHigher: [.vehicleDimensions]
        case .plateIsOfKind: [.vehiclePlateType]
        case .vehicleMeetsLowEmission: [.vehicleCategory, .vehiclePlateType, .vehicleFuels]
        case .holdsDrivingLicence: [.licenceForfeited, .licenceExpires]
        case .mayDrive: [.licenceCategories, .licenceForfeited, .licenceExpires]
        case .enterpriseIsActive: [.enterpriseStatus]
        case .establishmentIsAt, .establishmentIsIn, .areaOfEstablishment:
            [.enterpriseEstablishments]
        case .performsActivity: [.enterpriseEstablishments, .enterpriseActivities]
        case .holdsFunctionIn: []
        }
    }

    /// The source that holds what is asked.
    public var source: Source {
        switch self {
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .householdSize, .householdPseudonyms, .addressPseudonym, .areaOfResidence,
            .inscribedSince:
            .nationalRegister
        case .vehicleIsRegistered, .vehicleIsSuspended, .vehicleIsHeldBy, .vehicleIsWithin,
            .vehicleIsOfCategory, .vehicleIsNoHeavier, .vehicleIsNoLonger, .vehicleIsNoHigher,
            .plateIsOfKind, .vehicleMeetsLowEmission:
            .vehicleRegister
        case .holdsDrivingLicence, .mayDrive: .drivingLicences
        case .enterpriseIsActive, .establishmentIsAt, .establishmentIsIn, .performsActivity,
            .areaOfEstablishment, .holdsFunctionIn:
            .enterpriseRegister
        }
    }

    /// Whether it must be granted by its name: what it gives is none of the attributes it derives
    /// from, but lets the municipality's own cards be counted.
    public var needsOwnGrant: Bool {
        switch self {
        case .householdPseudonyms, .addressPseudonym: true
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .householdSize, .areaOfResidence, .inscribedSince, .vehicleIsRegistered,
            .vehicleIsSuspended, .vehicleIsHeldBy, .vehicleIsWithin, .vehicleIsOfCategory,
            .vehicleIsNoHeavier, .vehicleIsNoLonger, .vehicleIsNoHigher, .plateIsOfKind,
            .vehicleMeetsLowEmission, .holdsDrivingLicence, .mayDrive, .enterpriseIsActive,
            .establishmentIsAt, .establishmentIsIn, .performsActivity, .areaOfEstablishment:
            false
        // It derives from nothing that a source publishes.
        case .holdsFunctionIn: true
        }
    }

    public static func < (left: VerificationID, right: VerificationID) -> Bool {
        left.rawValue < right.rawValue
    }
}
