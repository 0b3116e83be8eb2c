public import Facts
public import Gateway

/// A question of an assessment with what it is about.
///
/// It goes to a ``FactChecker`` and is forgotten; what comes back is yes, no or unknown.
public enum FactQuery: Hashable, Sendable, Redacted {
    case isAlive(SSIN)
    case isAged(SSIN, years: Int)
    /// Main residence in the municipality, in one of the registers.
    case isResident(SSIN, of: NISCode, registers: Set<PopulationRegister>)
    /// Main residence in an area of the municipality, in one of the registers.
    case lives(SSIN, in: Area, of: NISCode, registers: Set<PopulationRegister>)
    case sharesHousehold(SSIN, with: SSIN)
    case hasSharedCustodyChild(SSIN)
    case mayShowAddress(SSIN)
    case paysSecondHomeTax(SSIN, to: NISCode)
    case hasMandate(SSIN, of: EnterpriseNumber)
    case isActive(EnterpriseNumber)
    /// The unit is active, belongs to the enterprise, and lies in the area.
    case isEstablished(EstablishmentUnitNumber, of: EnterpriseNumber, in: Area)
    case performs(EstablishmentUnitNumber, of: EnterpriseNumber, activities: Set<String>)
    case holdsFunction(SSIN, in: EnterpriseNumber, Set<EnterpriseFunction>)
    case isRecognisedCarer(SSIN)
    case hasDisabilityCard(SSIN)
    case isRegistered(Plate)
    case isSuspended(Plate)
    case isHeld(Plate, by: VehicleHolder)
    case isOfCategory(Plate, Set<VehicleCategory>)
    case isNoHeavier(Plate, kilograms: Int)
    case isNoLonger(Plate, centimetres: Int)
    case isNoHigher(Plate, centimetres: Int)
    case isOfKind(Plate, PlateKindRule)
    case meetsLowEmission(Plate, LowEmissionRule)
    case isShared(Plate, CarSharing)
    case mayDrive(SSIN, LicenceCategory)
}
