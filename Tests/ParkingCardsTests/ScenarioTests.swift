import ParkingCards
import Testing

@Suite("The sample regulations decide as their municipalities would")
struct ScenarioTests {
    @Test("the scenario", arguments: try Scenario.all())
    func scenario(_ scenario: Scenario) async throws {
        let regulation = try World.regulation(scenario.regulation)
        #expect(try await scenario.surprises(under: regulation, World.region()).isEmpty)
        guard scenario.expected != ["none"] else { return }
        let (decision, inputs) = try await scenario.run(under: regulation, World.region())
        #expect(decision.regulation.status == .sample)
        // Decided again from what was stored, byte for byte.
        let stored = try inputs.canonicalBytes()
        let again = try regulation.decide(DecisionInputs(parsing: stored))
        #expect(try again.canonicalBytes() == decision.canonicalBytes())
    }

    @Test("the scenarios of the domain are all there")
    func complete() throws {
        let numbers = Set(try Scenario.all().map(\.number))
        let described = [
            1, 2, 3, 4, 5, 6, 7, 10, 11, 13, 14, 15, 16, 18, 19, 20, 21, 23, 25, 26, 27, 29, 31, 32,
            33, 34, 36, 37, 38, 39, 41, 43, 44, 45, 47,
        ]
        #expect(numbers.isSuperset(of: described))
    }
}
