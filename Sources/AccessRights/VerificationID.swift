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
    /// Two people are registered in one household.
    case sharesHouseholdWith
    /// Not a yes or no: pseudonyms of the present members of a household, made for one
    /// municipality, by which cards are counted. They reveal no identity and are not kept.
    case householdPseudonyms
    /// The plate is registered and nothing suspends it.
    case vehicleIsRegistered
    /// The vehicle is registered in the name of the person or enterprise.
    case vehicleIsHeldBy
    /// The vehicle is of one of the categories, and no heavier than asked.
    case vehicleIsWithin
    /// A licence is registered and not forfeited.
    case holdsDrivingLicence
    /// A licence covers the category and is neither forfeited nor expired.
    case mayDrive
    /// The enterprise is active.
    case enterpriseIsActive

    /// What must be asked of the source to answer, and no more.
    public var attributes: Set<AttributeID> {
        switch self {
        case .isAlive: [.personVitalStatus]
        case .isAdult: [.personBirthDate]
        case .isResidentOf: [.personManagingMunicipality, .personAddressChangePending]
        case .sharesHouseholdWith: [.householdMembers]
        case .householdPseudonyms: [.householdMembers, .householdCollective]
        case .vehicleIsRegistered: [.vehicleStatus]
        case .vehicleIsHeldBy: [.vehicleStatus, .vehicleHolder]
        case .vehicleIsWithin: [.vehicleCategory, .vehicleMaximumMass]
        case .holdsDrivingLicence: [.licenceForfeited, .licenceExpires]
        case .mayDrive: [.licenceCategories, .licenceForfeited, .licenceExpires]
        case .enterpriseIsActive: [.enterpriseStatus]
        }
    }

    /// The source that holds what is asked.
    public var source: Source {
        switch self {
        case .isAlive, .isAdult, .isResidentOf, .sharesHouseholdWith, .householdPseudonyms:
            .nationalRegister
        case .vehicleIsRegistered, .vehicleIsHeldBy, .vehicleIsWithin: .vehicleRegister
        case .holdsDrivingLicence, .mayDrive: .drivingLicences
        case .enterpriseIsActive: .enterpriseRegister
        }
    }

    public static func < (left: VerificationID, right: VerificationID) -> Bool {
        left.rawValue < right.rawValue
    }
}
