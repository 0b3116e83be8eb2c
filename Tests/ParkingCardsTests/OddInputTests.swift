import Facts
import Gateway
import ParkingCards
import Testing

/// What `Contracts/regulations/README.md` says becomes of odd input, through the real gateway.
@Suite("Each odd input has one outcome")
struct OddInputTests {
    private func decision(
        _ application: CardApplication, _ sources: TellingSources,
        cards: any CardStorage = MemoryCardStorage(), change: (String, String)? = nil,
        on day: CalendarDate = World.decisionDay
    ) async throws -> Decision {
        var text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        if let change {
            try #require(text.contains(change.0))
            text = text.replacing(change.0, with: change.1)
        }
        let bench = try await BorderBench(sources, on: day)
        let assessor = Assessor(
            regulations: [World.schaerbeek: try Regulation(parsing: Array(text.utf8))],
            regions: [try World.region()], facts: bench.facts, cards: cards)
        return try await assessor.assess(application, on: day, at: World.time)
    }

    private func sources(holder: String = "applicant") -> TellingSources {
        TellingSources(situation: .usual(holder: holder), home: World.schaerbeek)
    }

    private func application(
        _ person: SSIN? = nil, further: [Plate] = [], documents: [SupportingDocument] = [],
        appliedOn: CalendarDate? = nil
    ) throws -> CardApplication {
        CardApplication(
            municipality: World.schaerbeek, cardType: .resident,
            applicant: try person ?? World.applicant(), plate: World.plate,
            furtherPlates: further, documents: documents, appliedOn: appliedOn, language: .fr)
    }

    private func document(
        for person: SSIN? = nil, plate: Plate = World.plate,
        _ period: ValidityPeriod = World.period("2026-01-01", "2026-12-31")
    ) throws -> SupportingDocument {
        SupportingDocument(
            .employerAttestation, by: try World.employer(),
            for: try person ?? World.applicant(), plate: plate, period: period)
    }

    @Test("the usual application is granted")
    func usual() async throws {
        let decision = try await decision(application(), sources())
        #expect(decision.outcome.word == "granted")
    }

    @Test("a document counts when it names this plate and person and holds on the day")
    func documents() async throws {
        let leased = sources(holder: "enterprise")
        let good = try await decision(application(documents: [document()]), leased)
        #expect(good.outcome.word == "granted")
        let useless = [
            try document(plate: World.plate("1XYZ999")), try document(for: World.relative()),
            try document(World.period("2025-01-01", "2026-03-09")),
            try document(World.period("2026-03-11", "2026-12-31")),
        ]
        for document in useless {
            let decision = try await decision(application(documents: [document]), leased)
            #expect(decision.outcome.word == "undetermined")
            #expect(decision.reasons == [.proofRequired])
        }
        let onTheLastDay = try document(World.period("2026-03-10", "2026-03-10"))
        let last = try await decision(application(documents: [onTheLastDay]), leased)
        #expect(last.outcome.word == "granted")
    }

    @Test("a card with several plates needs a document for each")
    func severalPlates() async throws {
        let leased = sources(holder: "enterprise")
        let other = World.plate("1FUR000")
        let two = ("plates_per_card: 1", "plates_per_card: 2")
        let one = try await decision(
            application(further: [other], documents: [document()]), leased, change: two)
        #expect(one.reasons == [.proofRequired])
        let both = try await decision(
            application(further: [other], documents: [document(), document(plate: other)]),
            leased, change: two)
        #expect(both.outcome.word == "granted")
        let tooMany = try await decision(application(further: [other]), sources())
        #expect(tooMany.reasons.map(\.code) == ["TOO_MANY_PLATES"])
    }

    @Test("a plate that changed hands: the holder on the day of the decision counts")
    func handedOver() async throws {
        let applied = World.decisionDay.adding(days: -10)
        let before = try await decision(application(appliedOn: applied), sources())
        #expect(before.outcome.word == "granted")
        let after = try await decision(
            application(appliedOn: applied), sources(holder: "other_person"))
        #expect(after.outcome.word == "undetermined")
        #expect(after.reasons == [.proofRequired])
    }

    @Test("a household with another reference person: the same cards count")
    func rekeyed() async throws {
        let cards = MemoryCardStorage()
        let before = sources()
        let bench = try await BorderBench(before, on: World.decisionDay)
        let household = try #require(
            await bench.facts.household(of: try World.applicant(), for: World.schaerbeek).value)
        let spouse = try #require(household.members.subtracting(household.own).first)
        for number in 0..<2 {
            _ = await cards.record(
                World.card(UInt64(number), of: spouse, plate: World.plate("1OLD00\(number)")),
                within: CardQuota(of: 2, together: [spouse]))
        }
        var after = before
        after.head = try World.relative()
        for sources in [before, after] {
            let decision = try await decision(application(), sources, cards: cards)
            #expect(decision.reasons.map(\.code) == ["QUOTA_EXCEEDED"])
        }
    }

    @Test("a number that was replaced: the same person, with the same car and earlier cards")
    func replacedNumber() async throws {
        var sources = sources()
        let old = try World.formerApplicant()
        sources.former = old
        let decision = try await decision(application(old), sources)
        #expect(decision.outcome.word == "granted")
        // The document names the number under which the application was made.
        var leased = self.sources(holder: "enterprise")
        leased.former = old
        let proven = try await self.decision(
            application(old, documents: [document(for: old)]), leased)
        #expect(proven.outcome.word == "granted")
        let other = try await self.decision(application(old, documents: [document()]), leased)
        #expect(other.reasons == [.proofRequired])

        let bench = try await BorderBench(sources, on: World.decisionDay)
        let byOld = try #require(
            await bench.facts.household(of: old, for: World.schaerbeek).value)
        let byNew = try #require(
            await bench.facts.household(of: try World.applicant(), for: World.schaerbeek).value)
        #expect(byOld.holder == byNew.holder)
        #expect(byOld.members.isSuperset(of: byNew.members))
        let slots = [
            await bench.facts.slot(.address, of: try application(old)).value,
            await bench.facts.slot(.address, of: try application()).value,
        ]
        #expect(slots[0] != nil && slots[0] == slots[1])
    }

    @Test("an application dated after the decision counts as made on its day")
    func future() async throws {
        let decision = try await decision(
            application(appliedOn: World.day("2100-12-31")), sources())
        #expect(decision.outcome.word == "granted")
        let inputs = DecisionInputs(
            try application(appliedOn: World.day("2100-12-31")), decidedOn: World.decisionDay,
            knownOn: World.decisionDay, findings: Findings())
        #expect(inputs.appliedOn == World.decisionDay)
    }

    @Test("an application of 1900, on a leap day or not, is decided under the law of its decision")
    func past() async throws {
        for day in ["1900-01-01", "2024-02-29"] {
            let decision = try await decision(
                application(appliedOn: World.day(day)), sources())
            #expect(decision.outcome.word == "granted")
        }
    }
}
