import AccessRights
import Facts

/// Steps of a life that the tests begin with.
enum RightsExamples {
    static let dpo = RightsActor.official(ActorMark(Array(repeating: 1, count: 16)))
    static let other = RightsActor.official(ActorMark(Array(repeating: 2, count: 16)))
    static let commission = RightsActor.official(ActorMark(Array(repeating: 3, count: 16)))

    static func authorisation(
        _ id: String = "alpha", _ change: (inout AuthorisationTerms) throws -> Void = { _ in }
    ) throws -> Authorisation {
        try Authorisation(Examples.terms(id, change))
    }

    static func change(
        _ step: RightsStep, _ terms: Authorisation, by actor: RightsActor, at instant: Int64,
        from day: String = "2026-06-01"
    ) throws -> RightsChange {
        let (known, from) = (Timestamp(milliseconds: instant), try Examples.day(day))
        if step.bringsTerms {
            return RightsChange(step, terms, by: actor, known: known, validFrom: from)
        }
        return RightsChange(
            step, of: terms.id, version: terms.hash, by: actor, known: known, validFrom: from)
    }

    /// Drafted by the one, approved by the other.
    static func approved(
        _ terms: Authorisation, from day: String = "2026-01-01", at instant: Int64 = 1
    ) throws -> [RightsChange] {
        [
            try change(.draft, terms, by: dpo, at: instant),
            try change(.submit, terms, by: dpo, at: instant + 1),
            try change(.approve, terms, by: commission, at: instant + 2, from: day),
        ]
    }
}
