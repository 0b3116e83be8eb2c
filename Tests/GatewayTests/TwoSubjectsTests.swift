import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("who asks about two people needs a right to both")
struct TwoSubjectsTests {
    private let world: World
    private let (resident, partner, outsider, nobody): (SSIN, SSIN, SSIN, SSIN)
    private let script: SourceScript

    init() throws {
        world = try World()
        resident = try world.person(1)
        partner = try world.person(2)
        outsider = try world.person(3)
        nobody = try world.person(4)
        let specimens = Specimens()
        var script = SourceScript()
        script.persons = [
            resident: .found(specimens.person(resident, in: world.home)),
            partner: .found(specimens.person(partner, in: world.home)),
            outsider: .found(specimens.person(outsider, in: world.elsewhere)),
        ]
        for ssin in [resident, partner, outsider] {
            script.heads[ssin] = .found(.another(resident))
        }
        let household = specimens.household(of: [resident, partner, outsider])
        script.households = [resident: .found(household)]
        self.script = script
    }

    private func right(_ id: String, to municipalities: Set<NISCode>) throws -> Authorisation {
        try world.authorisation(
            id, verifications: [.sharesHouseholdWith], about: .residents(of: municipalities))
    }

    private func bench(_ rights: [Authorisation]? = nil) async throws -> GatewayBench {
        let granted = try rights ?? [right("residents", to: [world.home])]
        return try await GatewayBench(script, granting: granted + [world.populationCheck()])
    }

    private func shares(
        _ ssin: SSIN, _ other: SSIN, _ bench: GatewayBench
    ) async -> ConsultResult<Verdict> {
        await bench.gateway.verify(.sharesHouseholdWith(ssin, other), in: world.context)
    }

    @Test("each of them is looked up in a consult of the gateway's own, before the answer")
    func bothInside() async throws {
        let bench = try await bench()
        let result = await shares(resident, partner, bench)
        #expect(result.fact == .yes)
        #expect(
            bench.calls.map(\.operation)
                == [.person, .person, .householdHead, .householdMembers])
        #expect(
            bench.calls.map(\.subject)
                == [
                    .person(resident), .person(partner), .person(resident), .person(resident),
                ])
        #expect(bench.calls.map(\.intentWasDurable) == [true, true, true, true])
        let asked = try await bench.asked()
        #expect(Set(asked.map(\.entry.consult)).count == 3)
        #expect(asked.suffix(2).allSatisfy { $0.entry.consult == result.consult })
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test("whichever of them is outside or unknown, the refusal is the same, and names both")
    func eitherOutside() async throws {
        let bench = try await bench()
        let pairs = [
            (outsider, resident), (resident, outsider), (nobody, resident), (resident, nobody),
            (outsider, nobody),
        ]
        for (first, second) in pairs {
            let result = await shares(first, second, bench)
            #expect(result.refusal == Refusal(reasons: [.outsidePopulation]))
            let entries = try await bench.entries(of: result.consult)
            #expect(entries.map(\.kind) == [.refused, .refused])
            #expect(
                entries.map { bench.subject(of: $0) } == [.person(first), .person(second)])
            #expect(entries.map(\.ordinal) == [1, 2])
        }
        #expect(bench.calls.allSatisfy { $0.operation == .person })
    }

    @Test("behind somebody who is outside nobody else is looked up")
    func stopsEarly() async throws {
        let bench = try await bench()
        _ = await shares(outsider, resident, bench)
        #expect(bench.calls.map(\.subject) == [.person(outsider)])
    }

    @Test("one authorisation must hold both of them")
    func oneRightForBoth() async throws {
        let here = try right("here", to: [world.home])
        let there = try right("there", to: [world.elsewhere])
        let apart = try await bench([here, there])
        #expect(await shares(resident, outsider, apart).refusal?.reasons == [.outsidePopulation])
        let both = try right("both", to: [world.home, world.elsewhere])
        let together = try await bench([here, there, both])
        let result = await shares(resident, outsider, together)
        #expect(result.fact == .yes)
        let asked = try await together.asked().filter { $0.entry.consult == result.consult }
        #expect(asked.map(\.body.authorisation) == [both.reference, both.reference])
    }

    @Test("when one of them cannot be looked up the answer is open, and that is logged for both")
    func silence() async throws {
        var script = script
        script.silent = [partner: .unavailable(.tooLate)]
        let rights = [try right("residents", to: [world.home]), try world.populationCheck()]
        let bench = try await GatewayBench(script, granting: rights)
        let result = await shares(resident, partner, bench)
        #expect(result.fact == .unknown(.sourceUnavailable))
        let entries = try await bench.entries(of: result.consult)
        #expect(entries.map { bench.subject(of: $0) } == [.person(resident), .person(partner)])
        for entry in entries {
            guard case .refused(let refused) = entry.body else {
                Issue.record("the entry is no refusal")
                return
            }
            #expect(refused.reasons == [.populationUndetermined])
        }
    }

    @Test("who is asked about twice is looked up once")
    func oneself() async throws {
        let bench = try await bench()
        #expect(await shares(resident, resident, bench).fact == .yes)
        #expect(
            bench.calls.map(\.operation) == [.person, .householdHead, .householdMembers])
    }
}
