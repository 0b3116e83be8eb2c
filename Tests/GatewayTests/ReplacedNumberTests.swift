import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("under a number that was replaced nobody gets a wrong no")
struct ReplacedNumberTests {
    private let world: World
    private let (person, partner, old, stranger): (SSIN, SSIN, SSIN, SSIN)

    init() throws {
        world = try World()
        person = try world.person(1)
        partner = try world.person(2)
        old = try world.person(9)
        stranger = try world.person(8)
    }

    private func household() -> SourceScript {
        var script = SourceScript()
        script.heads = [
            person: .found(.oneself), partner: .found(.another(person)),
            old: .replaced(by: partner), stranger: .found(.oneself),
        ]
        script.households = [person: .found(Specimens().household(of: [person, partner]))]
        return script
    }

    private func vehicle() -> SourceScript {
        var script = SourceScript()
        script.vehicles = [
            world.plate: .found(Specimens().vehicle(world.plate, heldBy: .person(partner)))
        ]
        script.persons = [
            old: .replaced(by: partner), partner: .found(Specimens().person(partner)),
            stranger: .found(Specimens().person(stranger)),
        ]
        return script
    }

    @Test("a member under an old number is a member, and the log says so about the new one")
    func sharesUnderOldNumber() async throws {
        let bench = try await GatewayBench(household())
        #expect(await bench.verdict(on: .sharesHouseholdWith(person, old)) == .yes)
        #expect(
            bench.calls.map(\.operation)
                == [.householdHead, .householdMembers, .householdHead, .householdHead])
        let asked = try await bench.asked()
        #expect(asked.map(\.entry.ordinal) == [1, 3, 4, 5])
        #expect(bench.subject(of: asked[3].entry) == .person(partner))
        let last = try #require(try await bench.answered().last)
        #expect(bench.stated(in: last.entry) == .answer(true))
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test("who is asked about under one old number twice is of one household")
    func oneself() async throws {
        let bench = try await GatewayBench(household())
        #expect(await bench.verdict(on: .sharesHouseholdWith(old, old)) == .yes)
        #expect(await bench.verdict(on: .sharesHouseholdWith(old, partner)) == .yes)
    }

    @Test("a number that is nobody's member is followed before it is a no")
    func sharesWithStranger() async throws {
        let bench = try await GatewayBench(household())
        #expect(await bench.verdict(on: .sharesHouseholdWith(person, stranger)) == .no)
        #expect(
            bench.calls.map(\.subject)
                == [.person(person), .person(person), .person(stranger)])
        let last = try #require(try await bench.answered().last)
        #expect(bench.stated(in: last.entry) == .answer(false))
    }

    @Test("what the register cannot tell of the second one stays open")
    func secondStaysOpen() async throws {
        let nobody = try world.person(7)
        let unknown = try await GatewayBench(household())
        #expect(
            await unknown.verdict(on: .sharesHouseholdWith(person, nobody))
                == .unknown(.subjectUnknown))
        var script = household()
        script.silent = [old: .unavailable(.tooLate)]
        let silent = try await GatewayBench(script)
        #expect(
            await silent.verdict(on: .sharesHouseholdWith(person, old))
                == .unknown(.sourceUnavailable))
        script = household()
        script.heads[stranger] = .found(.another(partner))
        let torn = try await GatewayBench(script)
        #expect(
            await torn.verdict(on: .sharesHouseholdWith(person, stranger))
                == .unknown(.inconclusive))
        script.heads[old] = .replaced(by: stranger)
        script.heads[stranger] = .replaced(by: partner)
        let twice = try await GatewayBench(script)
        #expect(
            await twice.verdict(on: .sharesHouseholdWith(person, old))
                == .unknown(.sourceUnintelligible))
    }

    @Test("a holder under an old number holds, found out in the gateway's own name")
    func heldUnderOldNumber() async throws {
        let bench = try await GatewayBench(vehicle())
        let question = Verification.vehicleIsHeldBy(world.plate, .person(old))
        let result = await bench.gateway.verify(question, in: world.context)
        #expect(result.fact == .yes)
        #expect(
            bench.calls.map(\.operation)
                == [.vehicleRegistration, .person, .person, .vehicleRegistration])
        let own = try await bench.asked().filter { $0.entry.consult != result.consult }
        #expect(
            own.allSatisfy {
                $0.body.request.organisation == world.own.caller.organisation
                    && $0.body.request.attributes == [.personManagingMunicipality]
            })
        let listed = try await bench.answered().filter { $0.body.role == .listed }
        #expect(listed.map { bench.subject(of: $0.entry) } == [.person(old), .person(partner)])
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test("who holds under no number is no holder; what cannot be found out stays open")
    func notHeld() async throws {
        let question = Verification.vehicleIsHeldBy(world.plate, .person(stranger))
        let bench = try await GatewayBench(vehicle())
        #expect(await bench.verdict(on: question) == .no)
        #expect(bench.calls.map(\.operation) == [.vehicleRegistration, .person])
        var script = vehicle()
        script.silent = [stranger: .unavailable(.unreachable)]
        let silent = try await GatewayBench(script)
        #expect(await silent.verdict(on: question) == .unknown(.sourceUnavailable))
        let without = try await GatewayBench(vehicle(), granting: [world.everything()])
        #expect(await without.verdict(on: question) == .unknown(.inconclusive))
    }
}
