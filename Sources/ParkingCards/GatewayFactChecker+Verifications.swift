import Facts
import Gateway

extension GatewayFactChecker {
    /// The verification of the gateway that answers a question; `nil` where no source publishes
    /// what it needs: functions, care, disability, car sharing, second homes and mandates.
    static func verification(for query: FactQuery) -> Verification? {
        switch query {
        case .isAlive(let person): .isAlive(person)
        case .isAged(let person, let years): .isAdult(person, age: years)
        case .isResident(let person, let municipality, let registers):
            .isInscribedIn(person, municipality, registers)
        case .lives(let person, let area, let municipality, let registers):
            .livesIn(person, area, of: municipality, registers)
        case .sharesHousehold(let person, let other): .sharesHouseholdWith(person, other)
        case .hasSharedCustodyChild(let person): .hasSharedCustody(person)
        case .mayShowAddress(let person): .addressMayBeShown(person)
        case .isActive(let enterprise): .enterpriseIsActive(enterprise)
        case .isEstablished(let unit, let enterprise, let area):
            .establishmentIsIn(enterprise, unit, area)
        case .performs(let unit, let enterprise, let codes):
            .performsActivity(enterprise, unit, codes: codes)
        case .mayDrive(let person, let category): .mayDrive(person, category)
        case .isRegistered, .isSuspended, .isHeld, .isOfCategory, .isNoHeavier, .isNoLonger,
            .isNoHigher, .isOfKind, .meetsLowEmission:
            verificationOfVehicle(query)
        case .paysSecondHomeTax, .hasMandate, .holdsFunction, .isRecognisedCarer,
            .hasDisabilityCard, .isShared:
            nil
        }
    }

    private static func verificationOfVehicle(_ query: FactQuery) -> Verification? {
        switch query {
        case .isRegistered(let plate): .vehicleIsRegistered(plate)
        case .isSuspended(let plate): .vehicleIsSuspended(plate)
        case .isHeld(let plate, .person(let person)): .vehicleIsHeldBy(plate, .person(person))
        case .isHeld(let plate, .enterprise(let number)):
            .vehicleIsHeldBy(plate, .enterprise(number))
        case .isOfCategory(let plate, let categories): .vehicleIsOfCategory(plate, categories)
        case .isNoHeavier(let plate, let mass): .vehicleIsNoHeavier(plate, kilograms: mass)
        case .isNoLonger(let plate, let length): .vehicleIsNoLonger(plate, centimetres: length)
        case .isNoHigher(let plate, let height): .vehicleIsNoHigher(plate, centimetres: height)
        case .isOfKind(let plate, let rule): .plateIsOfKind(plate, rule)
        case .meetsLowEmission(let plate, let rule): .vehicleMeetsLowEmission(plate, rule)
        // A key that is no number of ours belongs to nobody who can apply.
        case .isHeld(_, .other), .isHeld(_, .unnamed): nil
        case .isAlive, .isAged, .isResident, .lives, .sharesHousehold, .hasSharedCustodyChild,
            .mayShowAddress, .paysSecondHomeTax, .hasMandate, .isActive, .isEstablished,
            .performs, .holdsFunction, .isRecognisedCarer, .hasDisabilityCard, .isShared,
            .mayDrive:
            nil
        }
    }
}
