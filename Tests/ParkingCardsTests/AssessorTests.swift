import CanonicalJSON
import Facts
import ParkingCards
import Testing

@Suite("The assessor asks no more than it needs")
struct AssessorTests {
    private func assessor(
        _ facts: ScriptedFacts, cards: any CardStorage = MemoryCardStorage(), stops: Bool = false
    ) throws -> Assessor {
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self).replacing(
            "stop_after_definitive_false: false", with: "stop_after_definitive_false: \(stops)")
        return Assessor(
            regulations: [World.schaerbeek: try Regulation(parsing: Array(text.utf8))],
            facts: facts, cards: cards)
    }

    @Test("the least data come first, the licence last, the employer only when needed")
    func order() async throws {
        let facts = ScriptedFacts()
        let decision = try await assessor(facts).assess(
            World.application(documents: [World.attestation()]), on: World.decisionDay,
            at: World.time)
        #expect(
            await facts.asked == [
                .fact(.isAlive), .fact(.isResident), .household, .fact(.isRegistered),
                .fact(.isHeldByApplicant), .fact(.isOfCategory), .fact(.isWithinMass),
                .fact(.isWithinLength), .fact(.isOfPlateKind), .fact(.mayDrive),
            ])
        #expect(decision.outcome.word == "granted")
    }

    @Test("where the regulation says so, nothing is asked after a definitive no")
    func stopping() async throws {
        let facts = ScriptedFacts([.isResident: .known(false), .mayDrive: .known(false)])
        let decision = try await assessor(facts, stops: true).assess(
            World.application(), on: World.decisionDay, at: World.time)
        #expect(await facts.asked == [.fact(.isAlive), .fact(.isResident)])
        #expect(decision.reasons.map(\.code) == ["NOT_RESIDENT"])
        let outcomes = Dictionary(
            uniqueKeysWithValues: decision.conditions.map { ($0.id, $0.outcome) })
        #expect(outcomes[.plateFree] == .satisfied)
        #expect(outcomes[.alive] == .satisfied)
        #expect(outcomes[.resident] == .notSatisfied)
        for id in [ConditionID.quota, .registered, .atDisposal, .category, .mayDrive] {
            #expect(outcomes[id] == .notExamined)
        }
    }

    @Test("an unknown is not definitive: the questions go on")
    func unknownGoesOn() async throws {
        let facts = ScriptedFacts([.isAlive: .unknown(.sourceUnavailable)])
        _ = try await assessor(facts, stops: true).assess(
            World.application(), on: World.decisionDay, at: World.time)
        #expect(await facts.asked.last == .fact(.mayDrive))
    }

    @Test("a plate that has a card asks no source at all")
    func ownRegisterFirst() async throws {
        let cards = MemoryCardStorage()
        _ = await cards.record(
            World.card(1, of: World.neighbour, plate: World.plate),
            within: CardQuota(of: 2, together: []))
        let facts = ScriptedFacts()
        let decision = try await assessor(facts, cards: cards, stops: true).assess(
            World.application(), on: World.decisionDay, at: World.time)
        #expect(await facts.asked.isEmpty)
        #expect(decision.reasons == [.plateHasCard])
    }

    @Test("each condition carries the consults of its questions, the own register none")
    func evidence() async throws {
        let facts = ScriptedFacts([
            .isHeldByApplicant: .known(false), .isHeldByEnterprise: .known(false),
        ])
        let decision = try await assessor(facts).assess(
            World.application(documents: [World.attestation()]), on: World.decisionDay,
            at: World.time)
        let evidence = Dictionary(
            uniqueKeysWithValues: decision.conditions.map { ($0.id, $0.evidence) })
        #expect(evidence[.plateFree]?.map(\.source) == [.cardRegister])
        #expect(evidence[.plateFree]?.first?.consult == nil)
        #expect(evidence[.quota]?.map(\.source) == [.nationalRegister, .cardRegister])
        #expect(evidence[.atDisposal]?.map(\.source) == [.vehicleRegister, .vehicleRegister])
        #expect(Set(evidence.values.joined().compactMap(\.consult)).count == 11)
    }

    @Test("a silent card register is no decision")
    func silentRegister() async throws {
        let assessor = try assessor(ScriptedFacts(), cards: SilentCardStorage())
        await #expect(throws: AssessmentFailure.cardRegisterUnavailable) {
            try await assessor.assess(World.application(), on: World.decisionDay, at: World.time)
        }
    }

    @Test("without a rule for the day or the municipality there is no decision")
    func noRule() async throws {
        let facts = ScriptedFacts()
        let assessor = try assessor(facts)
        await #expect(throws: AssessmentFailure.noRuleInForce) {
            try await assessor.assess(
                World.application(), on: World.day("2013-12-31"), at: World.time)
        }
        let elsewhere = CardApplication(
            municipality: try NISCode(parsing: "21001"), cardType: .resident,
            applicant: try World.applicant(), plate: World.plate, language: .fr)
        await #expect(throws: AssessmentFailure.unknownMunicipality) {
            try await assessor.assess(elsewhere, on: World.decisionDay, at: World.time)
        }
        #expect(await facts.asked.isEmpty)
    }

    @Test("a sample says so in every decision")
    func notice() async throws {
        let decision = try await assessor(ScriptedFacts([.isAlive: .known(false)])).assess(
            World.application(language: .fr), on: World.decisionDay, at: World.time)
        let written = try JSONValue(parsing: decision.canonicalBytes())
        let regulation = written["regulation"]
        #expect(regulation?["status"]?.string == "SAMPLE")
        #expect(regulation?["notice"]?.string?.hasPrefix("Exemple") == true)
        #expect(written["outcome"]?.string == "refusalProposed")
        #expect(written["reasons"]?.array?.count == 1)
    }

    @Test("a card is valid for a year, to the day before")
    func validity() async throws {
        let decision = try await assessor(ScriptedFacts()).assess(
            World.application(), on: World.day("2024-02-29"), at: World.time)
        guard case .granted(let entitlement) = decision.outcome else {
            Issue.record("not granted")
            return
        }
        #expect(entitlement.validity == World.period("2024-02-29", "2025-02-27"))
    }
}
