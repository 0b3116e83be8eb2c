import ConsultLog
import Facts
import ParkingCards
import Testing

@Suite("What production decides on")
struct StatusTests {
    private func assessor(_ status: String, _ usable: Set<RegulationStatus>) throws -> Assessor {
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
            .replacing("status: SAMPLE", with: "status: \(status)")
            .replacing("confirmed: false", with: "confirmed: true")
        return Assessor(
            regulations: [World.schaerbeek: try Regulation(parsing: Array(text.utf8))],
            facts: ScriptedFacts(), cards: MemoryCardStorage(), deciding: usable)
    }

    private func assess(_ assessor: Assessor) async throws -> Decision {
        try await assessor.assess(World.application(), on: World.decisionDay, at: World.time)
    }

    @Test("only a regulation in force, and then nothing is said of samples")
    func inForce() async throws {
        let decision = try await assess(assessor("IN_FORCE", [.inForce]))
        #expect(decision.outcome.word == "granted")
        #expect(decision.regulation.status.notice == nil)
    }

    @Test("not a sample, not a draft", arguments: ["SAMPLE", "DRAFT"])
    func others(_ status: String) async throws {
        let assessor = try assessor(status, [.inForce])
        await #expect(throws: AssessmentFailure.noRuleInForce) { try await assess(assessor) }
        let allowed = try self.assessor(status, Set(RegulationStatus.allCases))
        #expect(try await assess(allowed).regulation.status.notice != nil)
    }
}

@Suite("A decision made again")
struct ReplayTests {
    @Test("years later, under the rules as they were known then, whatever was corrected since")
    func corrected() async throws {
        let facts = ScriptedFacts()
        let assessor = Assessor(
            regulations: [World.schaerbeek: try World.sample()], facts: facts,
            cards: MemoryCardStorage())
        let (decision, inputs) = try await assessor.explore(
            World.application(), on: World.decisionDay, at: World.time)
        let stored = try inputs.canonicalBytes()
        // The council annuls its tariff afterwards: a new entry, recorded two years later.
        let entry = "      - {from: 2023-06-15, ranks: {1: 28, 2: 120}, ref: R-MUN}\n"
        let later =
            "      - {from: 2023-06-15, recorded: 2028-01-01, ranks: {1: 30, 2: 130}, ref: R-MUN}\n"
        let text = String(decoding: try World.sampleBytes(), as: UTF8.self)
        let corrected = try Regulation(
            parsing: Array(text.replacing(entry, with: entry + later).utf8))
        let again = try corrected.decide(DecisionInputs(parsing: stored))
        #expect(again.outcome == decision.outcome)
        #expect(again.conditions == decision.conditions)
        var now = try DecisionInputs(parsing: stored)
        now.knownOn = World.day("2028-01-01")
        guard case .granted(let entitlement) = try corrected.decide(now).outcome else {
            Issue.record("not granted")
            return
        }
        #expect(entitlement.amount.text == "30.00")
    }

    @Test("the bytes of the stored inputs are canonical, and the same after they were read")
    func canonical() async throws {
        for scenario in try Scenario.all() where scenario.expected != ["none"] {
            let (_, inputs) = try await scenario.run(
                under: World.regulation(scenario.regulation), World.region())
            let bytes = try inputs.canonicalBytes()
            let read = try DecisionInputs(parsing: bytes)
            #expect(read == inputs)
            #expect(try read.canonicalBytes() == bytes)
        }
    }
}
