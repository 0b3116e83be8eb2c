import AccessRights
import Facts

/// Decisions among many authorisations: each organisation has one, for one application and
/// purpose; callers come in turn from all over the set, and one request in four is refused.
struct AccessBenchmark {
    let count: Int

    func run() throws -> Figures {
        let rights = try AccessRights((0..<count).map(authorisation))
        let day = try CalendarDate(parsing: "2026-06-01")
        let requests = try (0..<1024).map { turn in
            try request(of: turn * 7919 % count, isCovered: turn % 4 != 0)
        }
        var refused = 0
        var watch = Stopwatch(expecting: 200_000)
        for round in 0..<220 {
            if round == 20 { watch = Stopwatch(expecting: 204_800) }
            for request in requests {
                if case .refused = watch.time({ rights.decide(request, on: day) }) { refused += 1 }
            }
        }
        guard refused == 220 * 256 else { throw BenchmarkFailure.wrongResult }
        return watch.figures()
    }

    private func authorisation(_ index: Int) throws -> Authorisation {
        let from = try CalendarDate(parsing: "2026-01-01")
        let text = LocalizedText(nl: "Voorbeeld", fr: "Exemple")
        return try Authorisation(
            AuthorisationTerms(
                id: AuthorisationID(parsing: "authorisation-\(index)"), title: text,
                grantedBy: Deliberation(body: text, number: "1/2026", date: from),
                organisation: organisation(index),
                applications: .named([ApplicationID(parsing: "counter")]),
                purpose: Purpose(
                    id: PurposeID(parsing: "permits"), label: text, legalBasis: [text],
                    legalContext: "PERMITS"),
                attributes: [.personName, .personMainResidence], verifications: [],
                population: .everyone,
                validity: Validity(from: from, until: try CalendarDate(parsing: "2026-12-31")),
                knownSince: from,
                conditions: AuthorisationConditions(
                    dossierRequired: false, officialRequired: false),
                retention: RetentionClass(parsing: "ten-years"), disclosure: .atOnce))
    }

    private func request(of index: Int, isCovered: Bool) throws -> AccessRequest {
        AccessRequest(
            organisation: try organisation(index),
            application: try ApplicationID(parsing: "counter"),
            purpose: try PurposeID(parsing: "permits"),
            wish: .attributes([.personName, isCovered ? .personMainResidence : .personBirthDate]),
            namesDossier: false, identifiesOfficial: false)
    }

    private func organisation(_ index: Int) throws -> EnterpriseNumber {
        try EnterpriseNumber(base: 19_800_000 + index)
    }
}
