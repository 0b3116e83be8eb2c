import AccessRights
import Facts

/// Parts of authorisations and requests that the tests start from.
enum Examples {
    static func organisation(_ index: Int = 1) throws -> EnterpriseNumber {
        try EnterpriseNumber(base: 19_900_000 + index)
    }

    static func application(_ text: String = "counter") throws -> ApplicationID {
        try ApplicationID(parsing: text)
    }

    static func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

    static let text = LocalizedText(nl: "Voorbeeld", fr: "Exemple")

    static func purpose(_ id: String = "permits") throws -> Purpose {
        Purpose(
            id: try PurposeID(parsing: id), label: text,
            legalBasis: [LocalizedText(nl: "Wet", fr: "Loi")], legalContext: "PERMITS")
    }

    /// Names and addresses of everyone, all through 2026, without conditions.
    static func terms(
        _ id: String = "alpha", _ change: (inout AuthorisationTerms) throws -> Void = { _ in }
    ) throws -> AuthorisationTerms {
        let from = try day("2026-01-01")
        var terms = AuthorisationTerms(
            id: try AuthorisationID(parsing: id), title: text,
            grantedBy: Deliberation(body: text, number: "1/2026", date: from),
            organisation: try organisation(), applications: .named([try application()]),
            purpose: try purpose(), attributes: [.personName, .personMainResidence],
            verifications: [], population: .everyone,
            validity: Validity(from: from, until: try day("2026-12-31")), knownSince: from,
            conditions: AuthorisationConditions(dossierRequired: false, officialRequired: false),
            retention: try RetentionClass(parsing: "ten-years"), disclosure: .atOnce)
        try change(&terms)
        return terms
    }

    static func rights(_ terms: AuthorisationTerms...) throws -> AccessRights {
        try AccessRights(terms.map { try Authorisation($0) })
    }

    static func request(
        _ wish: AccessRequest.Wish = .attributes([.personName]), application: String = "counter",
        organisation index: Int = 1, purpose: String = "permits", dossier: Bool = false,
        official: Bool = false
    ) throws -> AccessRequest {
        AccessRequest(
            organisation: try organisation(index), application: try self.application(application),
            purpose: try PurposeID(parsing: purpose), wish: wish, namesDossier: dossier,
            identifiesOfficial: official)
    }
}

extension AccessDecision {
    var reasons: [RefusalReason]? {
        if case .refused(let refusal) = self { refusal.reasons } else { nil }
    }

    /// The authorisations that give what is asked, in order.
    var authorisations: [String] {
        switch self {
        case .permitted(let grant): [grant.authorisation.id.text]
        case .conditional(let alternatives): alternatives.map(\.grant.authorisation.id.text)
        case .refused: []
        }
    }

    /// What is given about a person of whom this municipality manages the file.
    func grant(aboutResidentOf municipality: NISCode) -> Grant? {
        var standing = PopulationStanding()
        standing.municipality = municipality
        return grant(about: standing)
    }

    /// What is given about a subject with a standing, as long as quotas have room.
    func grant(about standing: PopulationStanding) -> Grant? {
        switch self {
        case .permitted(let grant): grant
        case .conditional(let alternatives):
            alternatives.first { alternative in
                alternative.checks.allSatisfy { $0.isMet(by: standing) }
            }?.grant
        case .refused: nil
        }
    }
}
