import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("the size of a household is a number and nothing else")
struct HouseholdSizeTests {
    private let world: World
    private let (asked, head): (SSIN, SSIN)

    init() throws {
        world = try World()
        asked = try world.person(1)
        head = try world.person(2)
    }

    private func script(_ household: Household) -> SourceScript {
        var script = SourceScript()
        script.heads = [asked: .found(.another(head))]
        script.households = [head: .found(household)]
        return script
    }

    private func size(_ script: SourceScript) async throws -> HouseholdSize? {
        try await GatewayBench(script).gateway.householdSize(of: asked, in: world.context).fact
    }

    @Test("members are counted, with a number or without one; a home has no size")
    func counts() async throws {
        var household = Specimens().household(of: [head, asked])
        #expect(try await size(script(household)) == .people(2))
        household.members.append(
            HouseholdMember(ssin: nil, name: nil, relation: nil, since: nil))
        #expect(try await size(script(household)) == .people(3))
        for isCollective in [true, nil] {
            let home = Specimens().household(of: [head, asked], isCollective: isCollective)
            #expect(try await size(script(home)) == .unknown(.inconclusive))
        }
    }

    @Test("no household, an unknown person and a silent source leave it unknown")
    func unknown() async throws {
        var alone = SourceScript()
        alone.heads = [asked: .found(.none)]
        #expect(try await size(alone) == .unknown(.nothingRegistered))
        #expect(try await size(SourceScript()) == .unknown(.subjectUnknown))
        var silent = alone
        silent.failures = [.householdHead: .unavailable(.tooLate)]
        #expect(try await size(silent) == .unknown(.sourceUnavailable))
    }

    @Test("the log boxes the number and lists nobody, so that no entry shows it in clear")
    func isBoxed() async throws {
        let bench = try await GatewayBench(script(Specimens().household(of: [head, asked])))
        _ = await bench.gateway.householdSize(of: asked, in: world.context)
        let answered = try await bench.answered()
        #expect(answered.map { bench.stated(in: $0.entry) }.last == .number(2))
        #expect(answered.allSatisfy { $0.body.role == .consulted })
        #expect(try await LogAudit.violations(of: bench).isEmpty)
    }

    @Test("it needs its own grant or all that it derives from")
    func needsGrant() async throws {
        let household = Specimens().household(of: [head, asked])
        let sets: [(Set<AttributeID>, Bool)] = [
            ([.householdMembers], false), ([.householdMembers, .householdCollective], true),
        ]
        for (attributes, isAllowed) in sets {
            let rights = try world.authorisation(attributes: attributes)
            let bench = try await GatewayBench(script(household), granting: [rights])
            let result = await bench.gateway.householdSize(of: asked, in: world.context)
            #expect((result.fact == .people(2)) == isAllowed)
        }
    }
}
