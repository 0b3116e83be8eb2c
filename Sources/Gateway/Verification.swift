import ConsultLog
public import Facts

/// A question that is answered with yes, no or unknown, with its subject.
public enum Verification: Hashable, Sendable, Redacted {
    case isAlive(SSIN)
    /// At least `age` years old today.
    case isAdult(SSIN, age: Int)
    case isResidentOf(SSIN, NISCode)
    /// Main residence in the municipality, inscribed in one of the registers.
    case isInscribedIn(SSIN, NISCode, Set<PopulationRegister>)
    /// Main residence at the address.
    case livesAt(SSIN, SoughtAddress)
    /// Main residence in the area of the municipality, inscribed in one of the registers.
    case livesIn(SSIN, Area, of: NISCode, Set<PopulationRegister>)
    case hasPendingMove(SSIN)
    case addressMayBeShown(SSIN)
    case hasSharedCustody(SSIN)
    case sharesHouseholdWith(SSIN, SSIN)
    case vehicleIsRegistered(Plate)
    case vehicleIsSuspended(Plate)
    case vehicleIsHeldBy(Plate, Party)
    /// Of one of the categories, and no heavier than `maximumMass` kilograms.
    case vehicleIsWithin(Plate, categories: Set<String>, maximumMass: Int?)
    case vehicleIsOfCategory(Plate, Set<VehicleCategory>)
    case vehicleIsNoHeavier(Plate, kilograms: Int)
    case vehicleIsNoLonger(Plate, centimetres: Int)
    case vehicleIsNoHigher(Plate, centimetres: Int)
    case plateIsOfKind(Plate, PlateKindRule)
    case vehicleMeetsLowEmission(Plate, LowEmissionRule)
    case holdsDrivingLicence(SSIN)
    case mayDrive(SSIN, LicenceCategory)
    case enterpriseIsActive(EnterpriseNumber)
    case establishmentIsAt(EnterpriseNumber, SoughtPlace)
    /// The unit is the enterprise's own and lies in the area.
    case establishmentIsIn(EnterpriseNumber, EstablishmentUnitNumber, Area)
    /// An activity of the enterprise's unit is one of these NACE codes, or falls under one.
    case performsActivity(EnterpriseNumber, EstablishmentUnitNumber, codes: Set<String>)
    /// Always unknown: no source publishes functions with a national number.
    case holdsFunctionIn(SSIN, EnterpriseNumber)

    /// A person or an enterprise.
    public enum Party: Hashable, Sendable, Redacted {
        case person(SSIN)
        case enterprise(EnterpriseNumber)
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
