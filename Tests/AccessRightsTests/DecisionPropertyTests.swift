import AccessRights
import Facts
import Testing

@Suite("Decisions over random rights and requests")
struct DecisionPropertyTests {
    @Test("a request is allowed exactly when one authorisation covers it all", arguments: 0..<60)
    func agreesWithTheRules(_ seed: UInt64) throws {
        var world = RandomRights(seed: seed)
        let authorisations = try world.authorisations(atMost: 12)
        let rights = try AccessRights(authorisations.shuffled(using: &world.random))
        for _ in 0..<40 {
            let (request, day) = (try world.request(), world.day())
            let decision = rights.decide(request, on: day)
            for municipality in RandomRights.municipalities {
                let covering = authorisations.filter {
                    $0.covers(request, on: day, aboutResidentOf: municipality)
                }
                let grant = decision.grant(aboutResidentOf: municipality)
                #expect((grant != nil) == !covering.isEmpty)
                guard let grant else { continue }
                #expect(covering.map(\.reference).contains(grant.authorisation))
                #expect(grant.wish == request.wish)
                #expect(grant.purpose.id == request.purpose)
            }
            if let reasons = decision.reasons {
                #expect(!reasons.isEmpty && Set(reasons).count == reasons.count)
            }
        }
    }

    @Test(
        "another authorisation never takes a permission away, one less never gives one",
        arguments: 0..<60)
    func monotone(_ seed: UInt64) throws {
        var world = RandomRights(seed: seed)
        let all = try world.authorisations(atMost: 12)
        let more = try AccessRights(all)
        var questions: [(AccessRequest, CalendarDate)] = []
        for _ in 0..<20 { questions.append((try world.request(), world.day())) }
        for authorisation in all {
            let fewer = try AccessRights(all.filter { $0.id != authorisation.id })
            for (request, day) in questions {
                let (before, after) = (
                    fewer.decide(request, on: day), more.decide(request, on: day)
                )
                for municipality in RandomRights.municipalities {
                    #expect(
                        before.grant(aboutResidentOf: municipality) == nil
                            || after.grant(aboutResidentOf: municipality) != nil)
                }
            }
        }
    }

    @Test(
        "the order of the authorisations does not matter, nor does asking again",
        arguments: 0..<30)
    func orderless(_ seed: UInt64) throws {
        var world = RandomRights(seed: seed)
        let authorisations = try world.authorisations(atMost: 12)
        let rights = try AccessRights(authorisations)
        let shuffled = try AccessRights(authorisations.shuffled(using: &world.random))
        for _ in 0..<40 {
            let (request, day) = (try world.request(), world.day())
            let decision = rights.decide(request, on: day)
            #expect(decision == shuffled.decide(request, on: day))
            #expect(decision == rights.decide(request, on: day))
        }
    }

    @Test("authorisations of other organisations change nothing", arguments: 0..<30)
    func othersDoNotMatter(_ seed: UInt64) throws {
        var world = RandomRights(seed: seed)
        let authorisations = try world.authorisations(atMost: 12)
        let rights = try AccessRights(authorisations)
        for _ in 0..<30 {
            let (request, day) = (try world.request(), world.day())
            let own = try AccessRights(
                authorisations.filter { $0.terms.organisation == request.organisation })
            #expect(rights.decide(request, on: day) == own.decide(request, on: day))
        }
    }
}

extension Authorisation {
    /// The rules once more, as slow and as plain as the law.
    fileprivate func covers(
        _ request: AccessRequest, on day: CalendarDate, aboutResidentOf municipality: NISCode
    ) -> Bool {
        guard terms.organisation == request.organisation, terms.purpose.id == request.purpose,
            terms.validity.contains(day), terms.knownSince <= day,
            request.namesDossier || !terms.conditions.dossierRequired,
            request.identifiesOfficial || !terms.conditions.officialRequired
        else { return false }
        if case .named(let named) = terms.applications, !named.contains(request.application) {
            return false
        }
        if case .residents(let municipalities) = terms.population,
            !municipalities.contains(municipality)
        {
            return false
        }
        switch request.wish {
        case .attributes(let asked):
            return !asked.isEmpty && asked.isSubset(of: terms.attributes)
        case .verification(.householdPseudonyms):
            return terms.verifications.contains(.householdPseudonyms)
        case .verification(let asked):
            return terms.verifications.contains(asked)
                || !asked.attributes.isEmpty && asked.attributes.isSubset(of: terms.attributes)
        }
    }
}
