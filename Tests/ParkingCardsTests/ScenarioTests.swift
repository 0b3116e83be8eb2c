import Facts
import ParkingCards
import Testing

@Suite("The sample regulation decides as its municipality would")
struct ScenarioTests {
    @Test("the scenario", arguments: try Scenario.all())
    func scenario(_ scenario: Scenario) async throws {
        let cards = MemoryCardStorage()
        for (index, card) in scenario.cards.enumerated() {
            let recorded = await cards.record(
                World.card(
                    UInt64(index), of: card.holder,
                    plate: World.plate(card.plate ?? "1CAR00\(index)")),
                within: CardQuota(of: 10, together: []))
            guard case .recorded = recorded else {
                Issue.record("the scenario's own cards are not possible")
                return
            }
        }
        let facts = ScriptedFacts(scenario.says, isCollective: scenario.isCollective)
        let assessor = Assessor(
            regulations: [World.schaerbeek: try World.sample()], facts: facts, cards: cards)
        let decision = try await assessor.assess(
            World.application(documents: scenario.documents), on: World.day(scenario.day),
            at: World.time)
        switch scenario.expectation {
        case .granted(let rank, let amount):
            guard case .granted(let entitlement) = decision.outcome else {
                Issue.record("\(decision.outcome)")
                return
            }
            #expect(entitlement.rank == rank)
            #expect(entitlement.amount.text == amount)
            #expect(decision.nextStep == .pay)
        case .refused(let codes):
            #expect(decision.outcome.word == "refusalProposed")
            #expect(decision.reasons.map(\.code) == codes)
            #expect(decision.nextStep == .official)
        case .undetermined(let codes, let step):
            #expect(decision.outcome.word == "undetermined")
            #expect(decision.reasons.map(\.code) == codes)
            #expect(decision.nextStep == step)
        }
        #expect(decision.conditions.count == 8)
        #expect(decision.conditions.allSatisfy { $0.outcome != .notExamined })
        #expect(decision.regulation.status == .sample)
    }
}
