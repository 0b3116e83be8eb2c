public import AccessRights
public import ConsultLog
public import Facts

/// A question that is answered with yes, no or unknown, with its subject.
public enum Verification: Hashable, Sendable, Redacted {
    case isAlive(SSIN)
    /// At least `age` years old today.
    case isAdult(SSIN, age: Int)
    case isResidentOf(SSIN, NISCode)
    case sharesHouseholdWith(SSIN, SSIN)
    case vehicleIsRegistered(Plate)
    case vehicleIsHeldBy(Plate, Party)
    /// Of one of the categories, and no heavier than `maximumMass` kilograms.
    case vehicleIsWithin(Plate, categories: Set<String>, maximumMass: Int?)
    case holdsDrivingLicence(SSIN)
    case mayDrive(SSIN, LicenceCategory)
    case enterpriseIsActive(EnterpriseNumber)

    /// A person or an enterprise.
    public enum Party: Hashable, Sendable, Redacted {
        case person(SSIN)
        case enterprise(EnterpriseNumber)
    }

    /// The name under which it is granted and logged.
    public var id: VerificationID {
        switch self {
        case .isAlive: .isAlive
        case .isAdult: .isAdult
        case .isResidentOf: .isResidentOf
        case .sharesHouseholdWith: .sharesHouseholdWith
        case .vehicleIsRegistered: .vehicleIsRegistered
        case .vehicleIsHeldBy: .vehicleIsHeldBy
        case .vehicleIsWithin: .vehicleIsWithin
        case .holdsDrivingLicence: .holdsDrivingLicence
        case .mayDrive: .mayDrive
        case .enterpriseIsActive: .enterpriseIsActive
        }
    }

    /// About whom or what it asks.
    public var subject: Subject {
        switch self {
        case .isAlive(let ssin), .isAdult(let ssin, _), .isResidentOf(let ssin, _),
            .sharesHouseholdWith(let ssin, _), .holdsDrivingLicence(let ssin),
            .mayDrive(let ssin, _):
            .person(ssin)
        case .vehicleIsRegistered(let plate), .vehicleIsHeldBy(let plate, _),
            .vehicleIsWithin(let plate, _, _):
            .vehicle(plate)
        case .enterpriseIsActive(let number):
            .enterprise(number)
        }
    }
}
