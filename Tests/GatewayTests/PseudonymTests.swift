import Facts
import Gateway
import Testing

@Suite("pseudonyms of a household")
struct PseudonymTests {
    private let world: World
    private let (first, second): (SSIN, SSIN)

    init() throws {
        world = try World()
        first = try world.person(1)
        second = try world.person(2)
    }

    private func bench() async throws -> GatewayBench {
        var script = SourceScript()
        script.heads = [first: .found(.oneself), second: .found(.another(first))]
        script.households = [first: .found(Specimens().household(of: [first, second]))]
        return try await GatewayBench(script)
    }

    private func pseudonyms(
        of ssin: SSIN, for municipality: NISCode, _ bench: GatewayBench
    ) async throws -> HouseholdPseudonyms {
        let result = await bench.gateway.householdPseudonyms(
            of: ssin, for: municipality, in: world.context)
        return try #require(result.fact)
    }

    @Test("whoever of a household is asked about, the members are the same")
    func isStable() async throws {
        let bench = try await bench()
        let ofFirst = try await pseudonyms(of: first, for: world.home, bench)
        let ofSecond = try await pseudonyms(of: second, for: world.home, bench)
        #expect(ofFirst.members == ofSecond.members)
        #expect(ofFirst.members.count == 2)
        #expect(ofFirst.holder != ofSecond.holder)
        #expect(ofFirst.members == [ofFirst.holder, ofSecond.holder])
        let again = try await pseudonyms(of: first, for: world.home, self.bench())
        #expect(again == ofFirst)
    }

    @Test("two municipalities cannot compare")
    func differsBetweenMunicipalities() async throws {
        let bench = try await bench()
        let here = try await pseudonyms(of: first, for: world.home, bench)
        let there = try await pseudonyms(of: first, for: world.elsewhere, bench)
        #expect(here.members.isDisjoint(with: there.members))
    }

    @Test("a pseudonym does not hold the number")
    func hidesNumber() async throws {
        let here = try await pseudonyms(of: first, for: world.home, bench())
        for pseudonym in here.members {
            #expect(pseudonym.bytes.count == 32)
            #expect(!pseudonym.bytes.holds(Array(first.digits.utf8)))
            #expect(!pseudonym.bytes.holds(Array(second.digits.utf8)))
            #expect("\(pseudonym)" == "Pseudonym(…)")
        }
        #expect("\(here)" == "HouseholdPseudonyms(…)")
    }

    @Test("under an old number the holder is the one whom the household knows")
    func followsNumber() async throws {
        let old = try world.person(9)
        var script = SourceScript()
        script.heads = [old: .replaced(by: first), first: .found(.oneself)]
        script.households = [first: .found(Specimens().household(of: [first, second]))]
        let bench = try await GatewayBench(script)
        let byOld = try await pseudonyms(of: old, for: world.home, bench)
        let byNew = try await pseudonyms(of: first, for: world.home, bench)
        #expect(byOld.holder == byNew.holder)
        // A card that was given out under the old number still counts.
        #expect(byOld.members.isSuperset(of: byNew.members))
        #expect(byOld.members.count == 3)
        #expect(byNew.own == [byNew.holder])
        #expect(byOld.own == byOld.members.subtracting(byNew.members).union([byNew.holder]))
        #expect(byOld.own.count == 2)
    }

    @Test("whether it is a home is told as the register tells it", arguments: [true, false, nil])
    func collective(_ isCollective: Bool?) async throws {
        var script = SourceScript()
        script.heads = [first: .found(.oneself)]
        script.households = [
            first: .found(
                Specimens().household(of: [first, second], isCollective: isCollective))
        ]
        let told = try await pseudonyms(of: first, for: world.home, GatewayBench(script))
        #expect(told.isCollective == isCollective)
        #expect(told.members.count == 2)
    }

    @Test("who has no household forms one alone")
    func alone() async throws {
        var script = SourceScript()
        script.heads = [first: .found(.none)]
        let alone = try await pseudonyms(
            of: first, for: world.home, GatewayBench(script))
        #expect(alone.members == [alone.holder])
        #expect(alone.isCollective == false)
    }
}
