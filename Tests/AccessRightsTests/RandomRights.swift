import AccessRights
import Facts
import TestSupport

/// A small world in which random authorisations and requests often meet.
struct RandomRights {
    var random: SeededGenerator

    static let municipalities = [NISCode(.evere), NISCode(.jette), NISCode(.uccle)]
    private static let attributes: [AttributeID] = [
        .personName, .personBirthDate, .personVitalStatus, .householdMembers, .householdCollective,
        .licenceKind,
    ]
    private static let verifications: [VerificationID] = [
        .isAlive, .isAdult, .sharesHouseholdWith, .householdPseudonyms, .householdSize,
        .holdsFunctionIn,
    ]
    private static let kinds = ["permit", "card", "grant"]
    private static let firstDay = 20_500

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func authorisations(atMost count: Int) throws -> [Authorisation] {
        try (0..<Int.random(in: 1...count, using: &random)).map { index in
            try Authorisation(terms("right-\(index)"))
        }
    }

    mutating func request() throws -> AccessRequest {
        let wish: AccessRequest.Wish =
            if chance(of: 3) {
                .verification(pick(Self.verifications))
            } else if chance(of: 5) {
                .reference(
                    try ReferenceKind(parsing: pick(Self.kinds)),
                    days: Int.random(in: 1...40, using: &random))
            } else {
                .attributes(some(of: Self.attributes))
            }
        return try Examples.request(
            wish, application: pick(["a", "b"]), organisation: pick([1, 1, 2]),
            purpose: pick(["p", "q"]), dossier: chance(of: 2), official: chance(of: 2))
    }

    /// How some subject stands to the populations.
    mutating func standing() throws -> PopulationStanding {
        var standing = PopulationStanding()
        standing.municipality = chance(of: 4) ? nil : pick(Self.municipalities)
        standing.isProtected = chance(of: 4)
        standing.isInHouseholdOfApplicant = chance(of: 2)
        standing.openDossiers = try someKinds()
        standing.namedDossier = standing.openDossiers.sorted().first
        return standing
    }

    mutating func day() -> CalendarDate {
        CalendarDate(daysSinceEpoch: Self.firstDay + Int.random(in: 0...12, using: &random))
    }

    private mutating func terms(_ id: String) throws -> AuthorisationTerms {
        var terms = try Examples.terms(id)
        terms.organisation = try Examples.organisation(pick([1, 1, 2]))
        if chance(of: 3) {
            terms.applications = .all
        } else {
            let ids = some(of: ["a", "b", "c"])
            terms.applications = .named(
                Set(try (ids.isEmpty ? ["a"] : ids).map { try ApplicationID(parsing: $0) }))
        }
        terms.purpose = try Examples.purpose(pick(["p", "q"]))
        terms.verifications = chance(of: 2) ? some(of: Self.verifications) : []
        terms.attributes = some(of: Self.attributes)
        if terms.verifications.isEmpty && terms.attributes.isEmpty {
            terms.attributes = [.personName]
        }
        if chance(of: 3) {
            terms.references = ReferenceGrant(
                kinds: try someKinds().union([try ReferenceKind(parsing: "card")]),
                maximumDays: Int.random(in: 1...40, using: &random))
        }
        terms.population = try population()
        switch terms.population {
        case .everyone, .holders: break
        // No enterprise belongs to a municipality or a household.
        case .residents, .ownCitizens, .householdOfApplicant:
            terms.verifications.remove(.holdsFunctionIn)
            if terms.verifications.isEmpty && terms.attributes.isEmpty {
                terms.attributes = [.personName]
            }
        }
        let from = day()
        let until = from.adding(days: Int.random(in: 0...8, using: &random))
        terms.validity = Validity(from: from, until: chance(of: 3) ? nil : until)
        terms.knownSince = chance(of: 2) ? from : until
        terms.conditions = AuthorisationConditions(
            dossierRequired: chance(of: 4), officialRequired: chance(of: 4),
            openDossier: chance(of: 5) ? try someKinds().union([try kind()]) : nil,
            quota: chance(of: 5) ? Quota(perDay: 3, perOfficialPerDay: nil) : nil)
        return terms
    }

    private mutating func population() throws -> Population {
        let residents = some(of: Self.municipalities)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .everyone
        case 1: return .ownCitizens(of: pick(Self.municipalities))
        case 2: return .householdOfApplicant
        case 3: return .holders(of: try someKinds().union([try kind()]))
        default: return residents.isEmpty ? .everyone : .residents(of: residents)
        }
    }

    private mutating func kind() throws -> ReferenceKind {
        try ReferenceKind(parsing: pick(Self.kinds))
    }

    private mutating func someKinds() throws -> Set<ReferenceKind> {
        Set(try some(of: Self.kinds).map { try ReferenceKind(parsing: $0) })
    }

    private mutating func chance(of count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func some<Value: Hashable>(of values: [Value]) -> Set<Value> {
        var chosen: Set<Value> = []
        for value in values where chance(of: 2) { chosen.insert(value) }
        return chosen
    }
}
