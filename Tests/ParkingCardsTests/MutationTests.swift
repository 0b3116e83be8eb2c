import ParkingCards
import StrictYAML
import Testing

@Suite("Every changed value of a sample is noticed")
struct MutationTests {
    @Test("by a scenario, or by the strict reader", arguments: World.samples)
    func mutation(_ sample: String) async throws {
        let region = try World.region()
        var scenarios = try Scenario.all().filter { $0.regulation == sample }
        let mutations = try Mutation.all(of: World.bytes(sample))
        #expect(mutations.count > 40)
        for mutation in mutations {
            guard let regulation = try? Regulation(parsing: mutation.bytes) else { continue }
            var noticed: Int?
            for (index, scenario) in scenarios.enumerated() {
                let decision = try? await scenario.run(under: regulation, region).decision
                if decision.map({ scenario.surprises(in: $0).isEmpty }) != true {
                    noticed = index
                    break
                }
            }
            guard let noticed else {
                Issue.record("\(mutation)")
                continue
            }
            // What noticed one change is likely to notice the next.
            scenarios.insert(scenarios.remove(at: noticed), at: 0)
        }
    }
}
