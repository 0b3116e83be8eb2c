import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway

/// A question that is to be answered with yes, no or unknown, or with a number and nothing else.
struct VerificationRequest: Sendable {
    enum Question: Sendable {
        case verdict(Verification)
        case householdSize(SSIN)
    }

    let question: Question
    private let purpose: PurposeID
    private let dossier: DossierReference?

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        let question = reader.question()
        let purpose = reader.purpose()
        dossier = reader.dossier()
        do throws(JSONFieldIssues) {
            (self.question, self.purpose) = try reader.complete(question, purpose)
        } catch {
            throw Problem.badRequest(error)
        }
    }

    func context(of caller: CallerContext) -> ConsultContext {
        caller.consult(for: purpose, dossier: dossier)
    }
}

extension JSONReader {
    /// The question by its predicate, whose other fields depend on it.
    fileprivate mutating func question() -> VerificationRequest.Question? {
        let predicate = field("predicate", .predicate) { VerificationID(rawValue: $0) }
        if predicate == .householdSize {
            return ssin("ssin").map(VerificationRequest.Question.householdSize)
        }
        return verification(predicate).map(VerificationRequest.Question.verdict)
    }

    private mutating func verification(_ predicate: VerificationID?) -> Verification? {
        switch predicate {
        case .isAlive: return ssin("ssin").map(Verification.isAlive)
        case .isAdult:
            let age = integer("age", in: 1...120)
            return both(ssin("ssin"), age) { .isAdult($0, age: Int($1)) }
        case .isResidentOf:
            return both(ssin("ssin"), municipality("municipality")) { .isResidentOf($0, $1) }
        case .isInscribedIn:
            let municipality = municipality("municipality")
            let registers = registers()
            return both(ssin("ssin"), municipality, registers) { .isInscribedIn($0, $1, $2) }
        case .livesIn: return livesIn()
        case .hasPendingMove: return ssin("ssin").map(Verification.hasPendingMove)
        case .addressMayBeShown: return ssin("ssin").map(Verification.addressMayBeShown)
        case .hasSharedCustody: return ssin("ssin").map(Verification.hasSharedCustody)
        case .livesAt:
            let address = object("address") { $0.soughtAddress() }
            return both(ssin("ssin"), address) { .livesAt($0, $1) }
        case .sharesHouseholdWith:
            return both(ssin("ssin"), ssin("otherSsin")) { .sharesHouseholdWith($0, $1) }
        case .vehicleIsRegistered: return plate("plate").map(Verification.vehicleIsRegistered)
        case .vehicleIsHeldBy:
            return both(plate("plate"), party("holder")) { .vehicleIsHeldBy($0, $1) }
        case .vehicleIsWithin: return vehicleIsWithin()
        case .vehicleIsSuspended, .vehicleIsOfCategory, .vehicleIsNoHeavier, .vehicleIsNoLonger,
            .vehicleIsNoHigher, .plateIsOfKind, .vehicleMeetsLowEmission:
            return ruleOfVehicle(predicate)
        case .holdsDrivingLicence: return ssin("ssin").map(Verification.holdsDrivingLicence)
        case .mayDrive:
            let category = field("category", .licenceCategory) { LicenceCategory(rawValue: $0) }
            return both(ssin("ssin"), category) { .mayDrive($0, $1) }
        case .enterpriseIsActive:
            return enterpriseNumber("enterpriseNumber").map(Verification.enterpriseIsActive)
        case .establishmentIsAt:
            return both(enterpriseNumber("enterpriseNumber"), place()) {
                .establishmentIsAt($0, $1)
            }
        case .establishmentIsIn: return establishmentIsIn()
        case .performsActivity: return performsActivity()
        case .holdsFunctionIn:
            return both(ssin("ssin"), enterpriseNumber("enterpriseNumber")) {
                .holdsFunctionIn($0, $1)
            }
        case .householdSize, .householdPseudonyms, .addressPseudonym, .areaOfResidence,
            .areaOfEstablishment, .inscribedSince:
            // Not a yes or no, and not for callers.
            report(.predicate, at: "predicate")
            return nil
        case nil:
            // Without a predicate nobody can say which of these belong there.
            for name in Self.subjectFields { _ = optionalValue(name) }
            return nil
        }
    }

    private static var subjectFields: [String] {
        [
            "ssin", "age", "municipality", "otherSsin", "plate", "holder", "categories",
            "maximumMass", "category", "enterpriseNumber", "address", "sector", "registers",
            "area", "maximumLength", "maximumHeight", "kinds", "otherThan", "rule",
            "establishmentUnitNumber", "codes",
        ]
    }

    private mutating func livesIn() -> Verification? {
        let municipality = municipality("municipality")
        let registers = registers()
        let area = area()
        guard let ssin = ssin("ssin"), let municipality, let registers, let area else {
            return nil
        }
        return .livesIn(ssin, area, of: municipality, registers)
    }

    private mutating func establishmentIsIn() -> Verification? {
        let unit = establishmentUnitNumber("establishmentUnitNumber")
        let area = area()
        return both(enterpriseNumber("enterpriseNumber"), unit, area) {
            .establishmentIsIn($0, $1, $2)
        }
    }

    private mutating func performsActivity() -> Verification? {
        let unit = establishmentUnitNumber("establishmentUnitNumber")
        let codes = list("codes", .naceCode) { text in
            (2...5).contains(text.utf8.count)
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
        }
        return both(enterpriseNumber("enterpriseNumber"), unit, codes) {
            .performsActivity($0, $1, codes: Set($2))
        }
    }

    private mutating func vehicleIsWithin() -> Verification? {
        let categories = strings("categories", expected: FieldRule.vehicleCategory.rawValue) {
            text in
            (1...8).contains(text.utf8.count)
                && text.allSatisfy { $0.isASCII && $0.isLetterOrDigit }
                ? text : nil
        }
        if let categories, !(1...20).contains(categories.count) {
            report(.vehicleCategoryCount, at: "categories")
        }
        let mass = optionalInteger("maximumMass", in: 1...1_000_000)
        return both(plate("plate"), categories) {
            .vehicleIsWithin($0, categories: Set($1), maximumMass: mass.map { Int($0) })
        }
    }

    private mutating func party(_ name: String) -> Verification.Party? {
        let party = object(name) { inner -> Verification.Party?? in
            let hasPerson = inner.has("ssin")
            guard hasPerson != inner.has("enterpriseNumber") else {
                _ = inner.optionalValue("ssin")
                _ = inner.optionalValue("enterpriseNumber")
                return .some(nil)
            }
            return hasPerson
                ? inner.ssin("ssin").map { .person($0) }
                : inner.enterpriseNumber("enterpriseNumber").map { .enterprise($0) }
        }
        guard let party else { return nil }
        if party == nil { report(.party, at: name) }
        return party
    }

    func both<First, Second, Third>(
        _ first: First?, _ second: Second?, _ third: Third?,
        _ make: (First, Second, Third) -> Verification
    ) -> Verification? {
        guard let first, let second, let third else { return nil }
        return make(first, second, third)
    }

    func both<First, Second>(
        _ first: First?, _ second: Second?, _ make: (First, Second) -> Verification
    ) -> Verification? {
        guard let first, let second else { return nil }
        return make(first, second)
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
