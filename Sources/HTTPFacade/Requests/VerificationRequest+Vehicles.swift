import AccessRights
import CanonicalJSON
import Facts
import Gateway

/// The questions about a vehicle that take a rule.
extension JSONReader {
    mutating func ruleOfVehicle(_ predicate: VerificationID?) -> Verification? {
        let plate = plate("plate")
        switch predicate {
        case .vehicleIsSuspended: return plate.map(Verification.vehicleIsSuspended)
        case .vehicleIsOfCategory:
            return both(plate, categories()) { .vehicleIsOfCategory($0, $1) }
        case .vehicleIsNoHeavier:
            return both(plate, integer("maximumMass", in: 1...1_000_000)) {
                .vehicleIsNoHeavier($0, kilograms: Int($1))
            }
        case .vehicleIsNoLonger:
            return both(plate, integer("maximumLength", in: 1...10_000)) {
                .vehicleIsNoLonger($0, centimetres: Int($1))
            }
        case .vehicleIsNoHigher:
            return both(plate, integer("maximumHeight", in: 1...10_000)) {
                .vehicleIsNoHigher($0, centimetres: Int($1))
            }
        case .plateIsOfKind: return both(plate, plateKindRule()) { .plateIsOfKind($0, $1) }
        case .vehicleMeetsLowEmission:
            let rule = object("rule") { $0.lowEmissionRule() }
            return both(plate, rule) { .vehicleMeetsLowEmission($0, $1) }
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .householdSize, .householdPseudonyms, .addressPseudonym, .areaOfResidence,
            .inscribedSince, .vehicleIsRegistered, .vehicleIsHeldBy, .vehicleIsWithin,
            .holdsDrivingLicence, .mayDrive, .enterpriseIsActive, .establishmentIsAt,
            .establishmentIsIn, .performsActivity, .areaOfEstablishment, .holdsFunctionIn, nil:
            return nil
        }
    }

    mutating func registers() -> Set<PopulationRegister>? {
        list("registers", .register) { PopulationRegister(rawValue: $0) }.map { Set($0) }
    }

    private mutating func categories() -> Set<VehicleCategory>? {
        list("categories", .knownVehicleCategory) { VehicleCategory(rawValue: $0) }
            .map { Set($0) }
    }

    private mutating func plateKinds(_ name: String) -> Set<PlateKind>? {
        list(name, .plateKind) { text in PlateKind.allCases.first { $0.apiWord == text } }
            .map { Set($0) }
    }

    /// Either the kinds that are accepted or those that are not.
    private mutating func plateKindRule() -> PlateKindRule? {
        let names = has("kinds")
        guard names != has("otherThan") else {
            report(.plateKindRule, at: names ? "otherThan" : "kinds")
            return nil
        }
        return names
            ? plateKinds("kinds").map { .only($0) } : plateKinds("otherThan").map { .allBut($0) }
    }

    private mutating func lowEmissionRule() -> LowEmissionRule? {
        let categories = categories()
        let exempt = has("exemptPlateKinds") ? plateKinds("exemptPlateKinds") : []
        let diesel = integer("diesel", in: 0...9)
        let petrol = integer("petrol", in: 0...9)
        guard let categories, let exempt, let diesel, let petrol else { return nil }
        return LowEmissionRule(
            categories: categories, exemptPlateKinds: exempt,
            minimum: LowEmissionRule.Minimum(diesel: Int(diesel), petrol: Int(petrol)))
    }
}
