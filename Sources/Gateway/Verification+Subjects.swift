public import AccessRights
public import ConsultLog
import Facts

extension Verification {
    /// The name under which it is granted and logged.
    public var id: VerificationID {
        switch self {
        case .isAlive: .isAlive
        case .isAdult: .isAdult
        case .isResidentOf: .isResidentOf
        case .isInscribedIn: .isInscribedIn
        case .livesAt: .livesAt
        case .livesIn: .livesIn
        case .hasPendingMove: .hasPendingMove
        case .addressMayBeShown: .addressMayBeShown
        case .hasSharedCustody: .hasSharedCustody
        case .sharesHouseholdWith: .sharesHouseholdWith
        case .vehicleIsRegistered: .vehicleIsRegistered
        case .vehicleIsSuspended: .vehicleIsSuspended
        case .vehicleIsHeldBy: .vehicleIsHeldBy
        case .vehicleIsWithin: .vehicleIsWithin
        case .vehicleIsOfCategory: .vehicleIsOfCategory
        case .vehicleIsNoHeavier: .vehicleIsNoHeavier
        case .vehicleIsNoLonger: .vehicleIsNoLonger
        case .vehicleIsNoHigher: .vehicleIsNoHigher
        case .plateIsOfKind: .plateIsOfKind
        case .vehicleMeetsLowEmission: .vehicleMeetsLowEmission
        case .holdsDrivingLicence: .holdsDrivingLicence
        case .mayDrive: .mayDrive
        case .enterpriseIsActive: .enterpriseIsActive
        case .establishmentIsAt: .establishmentIsAt
        case .establishmentIsIn: .establishmentIsIn
        case .performsActivity: .performsActivity
        case .holdsFunctionIn: .holdsFunctionIn
        }
    }

    /// Everybody and everything that it asks about; the one whose file is looked up comes first.
    public var subjects: [Subject] {
        switch self {
        case .isAlive(let ssin), .isAdult(let ssin, _), .isResidentOf(let ssin, _),
            .isInscribedIn(let ssin, _, _), .livesAt(let ssin, _), .livesIn(let ssin, _, _, _),
            .hasPendingMove(let ssin), .addressMayBeShown(let ssin), .hasSharedCustody(let ssin),
            .holdsDrivingLicence(let ssin), .mayDrive(let ssin, _):
            [.person(ssin)]
        case .sharesHouseholdWith(let ssin, let other):
            ssin == other ? [.person(ssin)] : [.person(ssin), .person(other)]
        case .vehicleIsRegistered(let plate), .vehicleIsSuspended(let plate),
            .vehicleIsWithin(let plate, _, _), .vehicleIsOfCategory(let plate, _),
            .vehicleIsNoHeavier(let plate, _), .vehicleIsNoLonger(let plate, _),
            .vehicleIsNoHigher(let plate, _), .plateIsOfKind(let plate, _),
            .vehicleMeetsLowEmission(let plate, _):
            [.vehicle(plate)]
        case .vehicleIsHeldBy(let plate, let party):
            [.vehicle(plate), party.subject]
        case .enterpriseIsActive(let number), .establishmentIsAt(let number, _),
            .establishmentIsIn(let number, _, _), .performsActivity(let number, _, _):
            [.enterprise(number)]
        case .holdsFunctionIn(let ssin, let number):
            [.person(ssin), .enterprise(number)]
        }
    }
}
