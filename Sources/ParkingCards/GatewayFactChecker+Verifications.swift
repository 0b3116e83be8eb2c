import Facts
import Gateway

extension GatewayFactChecker {
    /// The verification of the gateway that answers a question; `nil` where there is none yet:
    /// the area in which somebody lives, an establishment and its activities, functions, length,
    /// height and kind of plate, emissions, care, disability, car sharing, second homes, mandates,
    /// a child in alternation, and whether an address may be shown.
    static func verification(for query: FactQuery) -> Verification? {
        switch query {
        case .isAlive(let person): .isAlive(person)
        case .isAged(let person, let years): .isAdult(person, age: years)
        case .isResident(let person, let municipality, _): .isResidentOf(person, municipality)
        case .sharesHousehold(let person, let other): .sharesHouseholdWith(person, other)
        case .isActive(let enterprise): .enterpriseIsActive(enterprise)
        case .isRegistered(let plate): .vehicleIsRegistered(plate)
        case .isHeld(let plate, .person(let person)): .vehicleIsHeldBy(plate, .person(person))
        case .isHeld(let plate, .enterprise(let number)):
            .vehicleIsHeldBy(plate, .enterprise(number))
        case .isOfCategory(let plate, let categories):
            .vehicleIsWithin(
                plate, categories: Set(categories.map(\.rawValue)), maximumMass: nil)
        case .isNoHeavier(let plate, let mass):
            .vehicleIsWithin(plate, categories: everyCategory, maximumMass: mass)
        case .mayDrive(let person, let category): .mayDrive(person, category)
        // A key that is no number of ours belongs to nobody who can apply.
        case .isHeld(_, .other), .isHeld(_, .unnamed): nil
        case .lives, .hasSharedCustodyChild, .mayShowAddress, .paysSecondHomeTax, .hasMandate,
            .isEstablished, .performs, .holdsFunction, .isRecognisedCarer, .hasDisabilityCard,
            .isSuspended, .isNoLonger, .isNoHigher, .isOfKind, .meetsLowEmission, .isShared:
            nil
        }
    }

    /// Whether a yes of the gateway says less than was asked: it does not tell the registers apart.
    static func isNarrower(_ query: FactQuery) -> Bool {
        guard case .isResident(_, _, let registers) = query else { return false }
        return registers.count < PopulationRegister.allCases.count
    }

    /// So that the mass alone decides: the categories of directive 2007/46/EC, trailers and
    /// tractors included.
    private static let everyCategory: Set<String> = {
        let others = ["O1", "O2", "O3", "O4", "T1", "T2", "T3", "T4", "T5", "C1", "C2"]
        let offRoad = ["M1G", "M2G", "M3G", "N1G", "N2G", "N3G"]
        return Set(VehicleCategory.allCases.map(\.rawValue) + others + offRoad)
    }()
}
