public import AccessRights
public import ConsultLog
public import Facts

/// A question that is answered with yes, no or unknown, with its subject.
public enum Verification: Hashable, Sendable, Redacted {
    case isAlive(SSIN)
    /// At least `age` years old today.
    case isAdult(SSIN, age: Int)
    case isResidentOf(SSIN, NISCode)
    /// Main residence at the address.
    case livesAt(SSIN, SoughtAddress)
    case sharesHouseholdWith(SSIN, SSIN)
    case vehicleIsRegistered(Plate)
    case vehicleIsHeldBy(Plate, Party)
    /// Of one of the categories, and no heavier than `maximumMass` kilograms.
    case vehicleIsWithin(Plate, categories: Set<String>, maximumMass: Int?)
    case holdsDrivingLicence(SSIN)
    case mayDrive(SSIN, LicenceCategory)
    case enterpriseIsActive(EnterpriseNumber)
    case establishmentIsAt(EnterpriseNumber, SoughtPlace)
    /// Always unknown: no source publishes functions with a national number.
    case holdsFunctionIn(SSIN, EnterpriseNumber)

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
        case .livesAt: .livesAt
        case .sharesHouseholdWith: .sharesHouseholdWith
        case .vehicleIsRegistered: .vehicleIsRegistered
        case .vehicleIsHeldBy: .vehicleIsHeldBy
        case .vehicleIsWithin: .vehicleIsWithin
        case .holdsDrivingLicence: .holdsDrivingLicence
        case .mayDrive: .mayDrive
        case .enterpriseIsActive: .enterpriseIsActive
        case .establishmentIsAt: .establishmentIsAt
        case .holdsFunctionIn: .holdsFunctionIn
        }
    }

    /// Everybody and everything that it asks about; the one whose file is looked up comes first.
    public var subjects: [Subject] {
        switch self {
        case .isAlive(let ssin), .isAdult(let ssin, _), .isResidentOf(let ssin, _),
            .livesAt(let ssin, _), .holdsDrivingLicence(let ssin), .mayDrive(let ssin, _):
            [.person(ssin)]
        case .sharesHouseholdWith(let ssin, let other):
            ssin == other ? [.person(ssin)] : [.person(ssin), .person(other)]
        case .vehicleIsRegistered(let plate), .vehicleIsWithin(let plate, _, _):
            [.vehicle(plate)]
        case .vehicleIsHeldBy(let plate, let party):
            [.vehicle(plate), party.subject]
        case .enterpriseIsActive(let number), .establishmentIsAt(let number, _):
            [.enterprise(number)]
        case .holdsFunctionIn(let ssin, let number):
            [.person(ssin), .enterprise(number)]
        }
    }
}

extension Verification.Party {
    /// The party as a subject of the log.
    var subject: Subject {
        switch self {
        case .person(let ssin): .person(ssin)
        case .enterprise(let number): .enterprise(number)
        }
    }
}
