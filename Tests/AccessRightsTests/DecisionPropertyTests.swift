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
            for _ in 0..<3 {
                let standing = try world.standing()
                let covering = authorisations.filter {
                    $0.covers(request, on: day, about: standing)
                }
                let grant = decision.grant(about: standing)
                #expect((grant != nil) == !covering.isEmpty)
                guard let grant else { continue }
                #expect(covering.map(\.reference).contains(grant.authorisation))
                #expect(grant.wish == request.wish)
                #expect(grant.purpose.id == request.purpose)
                let source = covering.first { $0.reference == grant.authorisation }
                #expect(grant.quota == source?.terms.conditions.quota)
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
                let standing = try world.standing()
                let had = before.grant(about: standing)
                let has = after.grant(about: standing)
                #expect(had == nil || has != nil)
                // A right without a quota never gives way to one that can be used up.
                #expect(had == nil || had?.quota != nil || has?.quota == nil)
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

    @Test("without an authorisation everything is refused", arguments: 0..<20)
    func deniesByDefault(_ seed: UInt64) throws {
        var world = RandomRights(seed: seed)
        let none = AccessRights()
        for _ in 0..<40 {
            let (request, day) = (try world.request(), world.day())
            let decision = none.decide(request, on: day)
            #expect(decision.reasons?.isEmpty == false)
            #expect(decision.grant(about: try world.standing()) == nil)
        }
    }

    @Test("who else asks, and what was asked before, decides nothing", arguments: 0..<8)
    func dependsOnItsInputsAlone(_ seed: UInt64) async throws {
        var world = RandomRights(seed: seed)
        let authorisations = try world.authorisations(atMost: 12)
        var questions: [(AccessRequest, CalendarDate)] = []
        for _ in 0..<60 { questions.append((try world.request(), world.day())) }
        let rights = try AccessRights(authorisations)
        // Each on rights of its own, which nobody asked before.
        let alone = try questions.map { question in
            try AccessRights(authorisations).decide(question.0, on: question.1)
        }
        let asked = questions
        let together = await withTaskGroup(of: [AccessDecision].self) { tasks in
            for _ in 0..<8 {
                tasks.addTask { asked.reversed().map { rights.decide($0.0, on: $0.1) } }
            }
            return await tasks.reduce(into: []) { $0.append($1) }
        }
        #expect(together.allSatisfy { $0.reversed() == alone })
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
        _ request: AccessRequest, on day: CalendarDate, about standing: PopulationStanding
    ) -> Bool {
        guard terms.organisation == request.organisation, terms.purpose.id == request.purpose,
            terms.validity.contains(day), terms.knownSince <= day,
            request.namesDossier
                || !terms.conditions.dossierRequired && terms.conditions.openDossier == nil,
            request.identifiesOfficial || !terms.conditions.officialRequired,
            holds(request.wish, about: standing)
        else { return false }
        if case .named(let named) = terms.applications, !named.contains(request.application) {
            return false
        }
        switch request.wish {
        case .reference(let kind, let days):
            guard let grant = terms.references else { return false }
            return grant.kinds.contains(kind) && days <= grant.maximumDays
        case .attributes(let asked):
            return !asked.isEmpty && asked.isSubset(of: terms.attributes)
        case .verification(.householdPseudonyms):
            return terms.verifications.contains(.householdPseudonyms)
        case .verification(let asked):
            return terms.verifications.contains(asked)
                || !asked.attributes.isEmpty && asked.attributes.isSubset(of: terms.attributes)
        }
    }

    /// Whether the subject is one of the population, and its dossier open where one must be. A
    /// dossier that is about to be opened is not open yet, so that only its residence counts.
    private func holds(_ wish: AccessRequest.Wish, about standing: PopulationStanding) -> Bool {
        let isOpening = if case .reference = wish { true } else { false }
        if let kinds = terms.conditions.openDossier, !isOpening {
            guard let named = standing.namedDossier, kinds.contains(named) else { return false }
        }
        switch terms.population {
        case .everyone: return true
        case .residents(let municipalities):
            guard let home = standing.municipality else { return false }
            return municipalities.contains(home) && !standing.isProtected
        case .ownCitizens(let municipality): return standing.municipality == municipality
        case .householdOfApplicant: return isOpening || standing.isInHouseholdOfApplicant
        case .holders(let kinds):
            return isOpening || !standing.openDossiers.isDisjoint(with: kinds)
        }
    }
}
