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
        case .livesAt:
            let address = object("address") { $0.soughtAddress() }
            return both(ssin("ssin"), address) { .livesAt($0, $1) }
        case .sharesHouseholdWith:
            return both(ssin("ssin"), ssin("otherSsin")) { .sharesHouseholdWith($0, $1) }
        case .vehicleIsRegistered: return plate("plate").map(Verification.vehicleIsRegistered)
        case .vehicleIsHeldBy:
            return both(plate("plate"), party("holder")) { .vehicleIsHeldBy($0, $1) }
        case .vehicleIsWithin: return vehicleIsWithin()
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
        case .holdsFunctionIn:
            return both(ssin("ssin"), enterpriseNumber("enterpriseNumber")) {
                .holdsFunctionIn($0, $1)
            }
        case .householdSize, .householdPseudonyms:
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
            "maximumMass", "category", "enterpriseNumber", "address", "sector",
        ]
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

    private func both<First, Second>(
        _ first: First?, _ second: Second?, _ make: (First, Second) -> Verification
    ) -> Verification? {
        guard let first, let second else { return nil }
        return make(first, second)
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
