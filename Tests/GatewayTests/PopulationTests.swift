import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import Testing

@Suite("a right about residents is checked before anything is given")
struct PopulationTests {
    private let world: World
    private let (resident, outsider, nobody): (SSIN, SSIN, SSIN)
    private let script: SourceScript

    init() throws {
        world = try World()
        resident = try world.person(1)
        outsider = try world.person(2)
        nobody = try world.person(3)
        let specimens = Specimens()
        var script = SourceScript()
        script.persons = [
            resident: .found(specimens.person(resident, in: world.home)),
            outsider: .found(specimens.person(outsider, in: world.elsewhere)),
        ]
        script.licences = [
            resident: .found([specimens.licence()]), outsider: .found([specimens.licence()]),
            nobody: .found([specimens.licence()]),
        ]
        self.script = script
    }

    private func rights() throws -> [Authorisation] {
        [
            try world.authorisation(
                attributes: Set(AttributeGroup.drivingLicence.attributes),
                about: .residents(of: [world.home])),
            try world.populationCheck(),
        ]
    }

    private func licences(
        of ssin: SSIN, _ bench: GatewayBench
    ) async -> ConsultResult<[DrivingLicence]> {
        await bench.gateway.licences(of: ssin, [.licenceKind], in: world.context)
    }

    @Test("a resident is looked up in a consult of the gateway's own, before the answer")
    func resident() async throws {
        let bench = try await GatewayBench(script, granting: rights())
        let result = await licences(of: resident, bench)
        #expect(result.fact?.count == 1)
        #expect(bench.calls.map(\.operation) == [.person, .drivingLicences])
        #expect(
            bench.calls[0].attributes == [.personManagingMunicipality, .personAddressProtected])
        #expect(
            bench.calls.map(\.legalContext) == [
                "context of of-the-gateway", "context of of-the-caller",
            ])
        #expect(bench.calls.map(\.intentWasDurable) == [true, true])
        let asked = try await bench.asked()
        #expect(Set(asked.map(\.entry.consult)).count == 2)
        let (check, own) = (asked[0], asked[1])
        #expect(own.entry.consult == result.consult)
        #expect(check.body.request.organisation == world.own.caller.organisation)
        #expect(check.body.request.application == world.own.caller.application)
        let rights = try rights().map(\.reference)
        #expect(own.body.authorisation == rights[0])
        #expect(check.body.authorisation == rights[1])
        #expect(try await bench.kinds() == [.asked, .answered, .asked, .answered])
    }

    @Test("who lives elsewhere and whom nobody knows are refused alike")
    func refusesAlike() async throws {
        let bench = try await GatewayBench(script, granting: rights())
        let outside = await licences(of: outsider, bench)
        let unknown = await licences(of: nobody, bench)
        #expect(outside.refusal == Refusal(reasons: [.outsidePopulation]))
        #expect(outside.refusal == unknown.refusal)
        #expect(bench.calls.map(\.operation) == [.person, .person])
        for result in [outside, unknown] {
            let entries = try await bench.entries(of: result.consult)
            #expect(entries.map(\.kind) == [.refused])
        }
    }

    @Test("who was struck off, or has no municipality on record, is outside")
    func withoutMunicipality() async throws {
        for municipality in [ManagingMunicipality.removed(Specimens().code, since: nil), nil] {
            var script = script
            var facts = Person(ssin: resident)
            facts.managingMunicipality = municipality
            script.persons = [resident: .found(facts)]
            let bench = try await GatewayBench(script, granting: rights())
            let result = await licences(of: resident, bench)
            #expect(result.refusal?.reasons == [.outsidePopulation])
        }
    }

    @Test(
        "when the population cannot be looked up nothing is given, and that is logged",
        arguments: SourceFailure.samples.indices)
    func sourceDown(_ index: Int) async throws {
        let (failure, outcome, reason) = SourceFailure.samples[index]
        var script = script
        script.failures = [.person: failure]
        let bench = try await GatewayBench(script, granting: rights())
        let result = await licences(of: resident, bench)
        #expect(result.failure == failure)
        #expect(bench.calls.map(\.operation) == [.person])
        // The check is a consult of its own, with the outcome; in the caller's nobody was asked.
        let answered = try await bench.answered()
        #expect(answered.map(\.body.outcome) == [outcome])
        #expect(answered.allSatisfy { $0.entry.consult != result.consult })
        #expect(try await refusals(of: result.consult, bench) == [[.populationUndetermined]])
        #expect(await bench.verdict(on: .holdsDrivingLicence(resident)) == .unknown(reason))
    }

    @Test("without a right of its own the gateway cannot find out, which is no refusal")
    func withoutOwnRight() async throws {
        let bench = try await GatewayBench(script, granting: [rights()[0]])
        let result = await licences(of: resident, bench)
        #expect(result.failure == .notAllowed(code: "population-check"))
        #expect(bench.calls.isEmpty)
        #expect(try await refusals(of: result.consult, bench) == [[.populationUndetermined]])
    }

    /// The reasons of the entries of a consult, all of which must be refusals.
    private func refusals(
        of consult: ConsultID, _ bench: GatewayBench
    ) async throws -> [[RefusalReason]?] {
        try await bench.entries(of: consult).map { entry in
            guard case .refused(let refused) = entry.body else { return nil }
            return refused.reasons
        }
    }

    @Test("a check that cannot be written down stops everything")
    func checkNeedsLog() async throws {
        let bench = try await GatewayBench(script, granting: rights())
        await bench.storage.fail(.notWritten(.diskFull))
        #expect(await licences(of: resident, bench).isNotRecorded)
        #expect(bench.calls.isEmpty)
    }

    @Test("a check whose outcome cannot be written down gives nothing")
    func checkOutcomeNeedsLog() async throws {
        var script = script
        script.logFault = .notWritten(.diskFull)
        let bench = try await GatewayBench(script, granting: rights())
        #expect(await licences(of: resident, bench).isNotRecorded)
        #expect(bench.calls.map(\.operation) == [.person])
    }

    @Test("the first authorisation whose population holds the person is the one that is used")
    func alternatives() async throws {
        let attributes = Set(AttributeGroup.drivingLicence.attributes)
        let here = try world.authorisation(
            "residents-a", attributes: attributes, about: .residents(of: [world.home]))
        let there = try world.authorisation(
            "residents-b", attributes: attributes, about: .residents(of: [world.elsewhere]))
        let bench = try await GatewayBench(
            script, granting: [here, there, world.populationCheck()])
        for (ssin, right) in [(resident, here), (outsider, there)] {
            let result = await licences(of: ssin, bench)
            let asked = try await bench.asked().filter { $0.entry.consult == result.consult }
            #expect(asked.map(\.body.authorisation) == [right.reference])
        }
        #expect(await licences(of: nobody, bench).refusal != nil)
    }

    @Test("an old number is followed in the check as well")
    func followsNumber() async throws {
        let old = try world.person(9)
        var script = script
        script.persons[old] = .replaced(by: resident)
        script.licences[old] = .replaced(by: resident)
        let bench = try await GatewayBench(script, granting: rights())
        #expect(await licences(of: old, bench).fact?.count == 1)
        #expect(
            bench.calls.map(\.operation)
                == [.person, .person, .drivingLicences, .drivingLicences])
    }
}
