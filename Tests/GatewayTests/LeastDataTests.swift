import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("least data")
struct LeastDataTests {
    /// What came back of a random request.
    private struct Reply {
        let present: Set<AttributeID>?
        let isRefused: Bool
    }

    @Test(
        "no attribute outside the right or the request is ever in an answer",
        arguments: UInt64(1)...300)
    func keepsToRight(seed: UInt64) async throws {
        let world = try World()
        let situation = try RandomSituation(seed: seed, in: world)
        let bench = try await GatewayBench(situation.script(), granting: situation.rights)
        let reply = try await ask(situation, bench)
        let (isPermitted, wanted) = (situation.isPermitted, situation.wanted)
        if let present = reply.present {
            #expect(isPermitted)
            #expect(present == wanted)
        }
        let checks = bench.calls.filter { $0.legalContext == "context of of-the-gateway" }
        if reply.isRefused {
            // Nothing but the check of a population was asked of anybody.
            #expect(bench.calls.count == checks.count)
            #expect(!isPermitted)
        }
        if !situation.isCovered { #expect(bench.calls.isEmpty) }
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test(
        "an attribute of another subject refuses the question, whatever the right",
        arguments: AttributeGroup.allCases, AttributeGroup.allCases)
    func keepsToSubject(asked: AttributeGroup, strange: AttributeGroup) async throws {
        guard asked != strange, let attribute = strange.attributes.first else { return }
        let world = try World()
        let bench = try await GatewayBench(.affirmative(in: world))
        let reply = try await ask(asked, [attribute], bench)
        #expect(reply.isRefused)
        #expect(bench.calls.isEmpty)
        #expect(try await bench.kinds() == [.refused])
    }

    @Test("every attribute that is granted and asked for is in the answer, alone")
    func givesEach() async throws {
        let bench = try await GatewayBench(.affirmative(in: World()))
        for attribute in AttributeID.allCases {
            let reply = try await ask(attribute.group, [attribute], bench)
            #expect(reply.present == [attribute], "\(attribute)")
        }
    }

    @Test("an empty request is refused", arguments: AttributeGroup.allCases)
    func asksNothing(_ group: AttributeGroup) async throws {
        let bench = try await GatewayBench(.affirmative(in: World()))
        #expect(try await ask(group, [], bench).isRefused)
        #expect(bench.calls.isEmpty)
    }

    private func ask(_ situation: RandomSituation, _ bench: GatewayBench) async throws -> Reply {
        try await ask(situation.group, situation.wanted, bench)
    }

    private func ask(
        _ group: AttributeGroup, _ wanted: Set<AttributeID>, _ bench: GatewayBench
    ) async throws -> Reply {
        let (gateway, world) = (bench.gateway, bench.world)
        let (person, context) = (try world.person(1), world.context)
        switch group {
        case .person:
            let result = await gateway.person(person, wanted, in: context)
            return reply(result, Presence.attributes(of:))
        case .household:
            let result = await gateway.household(of: person, wanted, in: context)
            return reply(result, Presence.attributes(of:))
        case .drivingLicence:
            let result = await gateway.licences(of: person, wanted, in: context)
            return reply(result, Presence.attributes(of:))
        case .vehicle:
            let result = await gateway.vehicle(world.plate, wanted, in: context)
            return reply(result, Presence.attributes(of:))
        case .enterprise:
            let result = await gateway.enterprise(world.enterprise, wanted, in: context)
            return reply(result, Presence.attributes(of:))
        }
    }

    private func reply<Fact>(
        _ result: ConsultResult<Fact>, _ attributes: (Fact) -> Set<AttributeID>
    ) -> Reply {
        Reply(present: result.fact.map(attributes), isRefused: result.refusal != nil)
    }
}
