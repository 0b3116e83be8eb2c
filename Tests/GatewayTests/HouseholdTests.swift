import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("a household takes two look-ups about two people")
struct HouseholdTests {
    private let world: World
    private let (asked, head, child): (SSIN, SSIN, SSIN)

    init() throws {
        world = try World()
        asked = try world.person(1)
        head = try world.person(2)
        child = try world.person(3)
    }

    private func script(isCollective: Bool? = false) -> SourceScript {
        var script = SourceScript()
        script.heads = [asked: .found(.another(head)), head: .found(.oneself)]
        script.households = [
            head: .found(
                Specimens().household(of: [head, asked, child], isCollective: isCollective))
        ]
        return script
    }

    @Test("the head's file is asked with an intent of its own, and each member is listed once")
    func listsMembers() async throws {
        let bench = try await GatewayBench(script())
        let wanted: Set<AttributeID> = [.householdMembers]
        let result = await bench.gateway.household(of: asked, wanted, in: world.context)
        #expect(result.fact?.members.map(\.ssin) == [head, asked, child])
        #expect(bench.calls.map(\.operation) == [.householdHead, .householdMembers])
        #expect(bench.calls.map(\.subject) == [.person(asked), .person(head)])
        #expect(bench.calls.map(\.intentWasDurable) == [true, true])
        let entries = try await bench.entries(of: result.consult)
        #expect(
            entries.map(\.kind) == [.asked, .answered, .asked, .answered, .answered, .answered])
        #expect(Set(entries.map(\.ordinal)).count == 4)
        let listed = try await bench.answered().filter { $0.body.role == .listed }
        #expect(listed.map { bench.subject(of: $0.entry) } == [.person(asked), .person(child)])
        #expect(Set(listed.map(\.body.asked.id)) == [bench.calls[1].asked])
    }

    @Test("members are listed in the log even when only their names are given out")
    func listsNamelessly() async throws {
        let bench = try await GatewayBench(script())
        let result = await bench.gateway.household(
            of: asked, [.householdMemberNames], in: world.context)
        let members = try #require(result.fact?.members)
        #expect(members.allSatisfy { $0.ssin == nil && $0.relation == nil && $0.name != nil })
        let listed = try await bench.answered().filter { $0.body.role == .listed }
        #expect(listed.count == 2)
    }

    @Test("the reference person's own file is asked once more")
    func ofHead() async throws {
        let bench = try await GatewayBench(script())
        let result = await bench.gateway.household(
            of: head, [.householdMembers], in: world.context)
        #expect(result.fact?.members.count == 3)
        #expect(bench.calls.map(\.subject) == [.person(head), .person(head)])
    }

    @Test("a home says that it is one", arguments: [true, false, nil])
    func collective(_ isCollective: Bool?) async throws {
        let bench = try await GatewayBench(script(isCollective: isCollective))
        let result = await bench.gateway.household(
            of: asked, [.householdCollective], in: world.context)
        let household = try #require(result.fact)
        #expect(household.isCollective == isCollective)
        #expect(household.members.isEmpty)
    }

    @Test("a person without a household has no members, after one look-up")
    func noHousehold() async throws {
        var script = SourceScript()
        script.heads = [asked: .found(.none)]
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.household(
            of: asked, [.householdMembers], in: world.context)
        #expect(result.fact?.members.isEmpty == true)
        #expect(bench.calls.map(\.operation) == [.householdHead])
        #expect(await bench.verdict(on: .sharesHouseholdWith(asked, child)) == .no)
    }

    @Test("that somebody has no household is an answer about the other one too")
    func noHouseholdIsLogged() async throws {
        var script = SourceScript()
        script.heads = [asked: .found(.none)]
        let bench = try await GatewayBench(script)
        _ = await bench.verdict(on: .sharesHouseholdWith(asked, child))
        let answered = try await bench.answered()
        #expect(answered.map { bench.stated(in: $0.entry) } == [.answer(false), nil])
        #expect(answered.map { bench.subject(of: $0.entry) } == [nil, .person(child)])
    }

    @Test("a head without a number leaves the household out of reach")
    func unnamedHead() async throws {
        var script = SourceScript()
        script.heads = [asked: .found(.unnamed)]
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.household(
            of: asked, [.householdMembers], in: world.context)
        guard case .unintelligible = try #require(result.failure) else {
            Issue.record("the failure is of another kind")
            return
        }
        #expect(
            await bench.verdict(on: .sharesHouseholdWith(asked, child))
                == .unknown(.sourceUnintelligible))
    }

    @Test("a new number is followed to the head, whose file has the ordinal behind it")
    func followsNumber() async throws {
        let old = try world.person(9)
        var script = script()
        script.heads[old] = .replaced(by: asked)
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.household(
            of: old, [.householdMembers], in: world.context)
        #expect(result.fact?.members.count == 3)
        #expect(bench.calls.map(\.subject) == [.person(old), .person(asked), .person(head)])
        let ordinals = try await bench.asked().map(\.entry.ordinal)
        #expect(ordinals == [1, 2, 3])
    }

    @Test("the head's file that fails after the head was found is a failure")
    func headFails() async throws {
        var script = script()
        script.failures = [.householdMembers: .unavailable(.cutOff)]
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.household(
            of: asked, [.householdMembers], in: world.context)
        #expect(result.failure == .unavailable(.cutOff))
        #expect(try await bench.outcomes() == [.found, .unavailable])
    }

    @Test("who shares a household is answered with yes or no, naming nobody else in the log")
    func shares() async throws {
        let stranger = try world.person(8)
        var script = script()
        script.heads[stranger] = .found(.oneself)
        let bench = try await GatewayBench(script)
        #expect(await bench.verdict(on: .sharesHouseholdWith(asked, child)) == .yes)
        #expect(await bench.verdict(on: .sharesHouseholdWith(asked, stranger)) == .no)
        let listed = try await bench.answered().filter { $0.body.role == .listed }
        #expect(
            listed.map { bench.subject(of: $0.entry) } == [.person(child), .person(stranger)])
    }

    @Test("a member whom the register names without a number could be anybody")
    func unnumberedMember() async throws {
        let stranger = try world.person(8)
        var script = script()
        var household = Specimens().household(of: [head, asked])
        household.members.append(
            HouseholdMember(ssin: nil, name: nil, relation: nil, since: nil))
        script.households = [head: .found(household)]
        let bench = try await GatewayBench(script)
        #expect(await bench.verdict(on: .sharesHouseholdWith(asked, head)) == .yes)
        #expect(
            await bench.verdict(on: .sharesHouseholdWith(asked, stranger))
                == .unknown(.inconclusive))
    }
}
