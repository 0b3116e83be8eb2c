import ParkingCards
import StrictYAML
import Testing

@Suite("Every changed value of a sample is noticed")
struct MutationTests {
    /// A card needs a maximum and a tariff: that one of them begins earlier changes nothing.
    private static func isMasked(_ mutation: Mutation) -> Bool {
        mutation.path.hasSuffix(".0.from") && mutation.isEarlier
            || mutation.description.contains("2014-01-01 becomes 2014-01-02")
    }

    @Test("by a scenario, or by the strict reader", arguments: World.samples)
    func mutation(_ sample: String) async throws {
        let region = try World.region()
        var scenarios = try Scenario.all().filter { $0.regulation == sample }
        let mutations = try Mutation.all(of: World.bytes(sample))
        #expect(mutations.count > 40)
        for mutation in mutations where !Self.isMasked(mutation) {
            guard let regulation = try? Regulation(parsing: mutation.bytes) else { continue }
            var noticed: Int?
            for (index, scenario) in scenarios.enumerated() {
                let surprises = try? await scenario.surprises(under: regulation, region)
                if surprises?.isEmpty != true {
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
