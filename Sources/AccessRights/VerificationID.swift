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
    /// Main residence at the address.
    case livesAt
    /// Two people are registered in one household.
    case sharesHouseholdWith
    /// Not a yes or no: how many people are registered in the household, and nobody's name.
    case householdSize
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
    /// One of the establishments is at the address or in the sector.
    case establishmentIsAt
    /// The person holds a function in the enterprise. No source publishes functions with a
    /// national number, so that the answer is always unknown.
    case holdsFunctionIn

    /// What must be asked of the source to answer, and no more; empty when no source can be asked.
    public var attributes: Set<AttributeID> {
        switch self {
        case .isAlive: [.personVitalStatus]
        case .isAdult: [.personBirthDate]
        case .isResidentOf: [.personManagingMunicipality, .personAddressChangePending]
        case .livesAt: [.personMainResidence, .personAddressChangePending]
        case .sharesHouseholdWith: [.householdMembers]
        case .householdSize, .householdPseudonyms: [.householdMembers, .householdCollective]
        case .vehicleIsRegistered: [.vehicleStatus]
        case .vehicleIsHeldBy: [.vehicleStatus, .vehicleHolder]
        case .vehicleIsWithin: [.vehicleCategory, .vehicleMaximumMass]
        case .holdsDrivingLicence: [.licenceForfeited, .licenceExpires]
        case .mayDrive: [.licenceCategories, .licenceForfeited, .licenceExpires]
        case .enterpriseIsActive: [.enterpriseStatus]
        case .establishmentIsAt: [.enterpriseEstablishments]
        case .holdsFunctionIn: []
        }
    }

    /// The source that holds what is asked.
    public var source: Source {
        switch self {
        case .isAlive, .isAdult, .isResidentOf, .livesAt, .sharesHouseholdWith, .householdSize,
            .householdPseudonyms:
            .nationalRegister
        case .vehicleIsRegistered, .vehicleIsHeldBy, .vehicleIsWithin: .vehicleRegister
        case .holdsDrivingLicence, .mayDrive: .drivingLicences
        case .enterpriseIsActive, .establishmentIsAt, .holdsFunctionIn: .enterpriseRegister
        }
    }

    public static func < (left: VerificationID, right: VerificationID) -> Bool {
        left.rawValue < right.rawValue
    }
}
