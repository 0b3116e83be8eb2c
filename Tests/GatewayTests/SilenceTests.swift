import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("a silence is never a no")
struct SilenceTests {
    private let world: World
    private let verifications: [Verification]

    init() throws {
        world = try World()
        verifications = try Verification.samples(in: world)
    }

    @Test("the samples are of every kind")
    func isComplete() {
        let kinds = Set(verifications.map(\.id)).union([
            .householdPseudonyms, .householdSize, .addressPseudonym, .areaOfResidence,
            .areaOfEstablishment, .inscribedSince,
        ])
        #expect(kinds == Set(VerificationID.allCases))
    }

    @Test("every verification is a yes when the sources say so")
    func affirms() async throws {
        let bench = try await GatewayBench(.affirmative(in: world))
        for verification in verifications {
            let verdict = await bench.verdict(on: verification)
            #expect(verdict == verification.affirmed, "\(verification.id)")
        }
    }

    @Test(
        "every verification is unknown when its source gives no answer, with the reason",
        arguments: SourceFailure.samples.indices)
    func fails(_ index: Int) async throws {
        let (failure, outcome, reason) = SourceFailure.samples[index]
        var script = try SourceScript.affirmative(in: world)
        for operation in SourceOperation.allCases { script.failures[operation] = failure }
        let bench = try await GatewayBench(script)
        let verifications = verifications.filter { !$0.id.attributes.isEmpty }
        for verification in verifications {
            let verdict = await bench.verdict(on: verification)
            #expect(verdict == .unknown(reason), "\(verification.id)")
            #expect(verdict?.answer == nil)
        }
        let outcomes = try await bench.outcomes()
        #expect(outcomes == Array(repeating: outcome, count: verifications.count))
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test(
        "a household whose file fails after its head was found is unknown too",
        arguments: SourceFailure.samples.indices)
    func failsInTheMiddle(_ index: Int) async throws {
        let (failure, _, reason) = SourceFailure.samples[index]
        var script = try SourceScript.affirmative(in: world)
        script.failures = [.householdMembers: failure]
        let bench = try await GatewayBench(script)
        let (person, other) = (try world.person(1), try world.person(8))
        let verdict = await bench.verdict(on: .sharesHouseholdWith(person, other))
        #expect(verdict == .unknown(reason))
        let pseudonyms = await bench.gateway.householdPseudonyms(
            of: person, for: world.home, in: world.context)
        #expect(pseudonyms.failure == failure)
    }

    @Test("an unknown subject is a no for a plate alone")
    func unknownSubject() async throws {
        let bench = try await GatewayBench()
        for verification in verifications {
            let expected: Verdict =
                switch verification {
                case .vehicleIsRegistered, .vehicleIsSuspended, .vehicleIsHeldBy: .no
                case .holdsFunctionIn: .unknown(.notPublished)
                default: .unknown(.subjectUnknown)
                }
            #expect(await bench.verdict(on: verification) == expected, "\(verification.id)")
        }
    }

    @Test("a source that says nothing of what was asked leaves every verification open")
    func emptyFacts() async throws {
        let person = try world.person(1)
        var script = SourceScript()
        script.persons = [person: .found(Person(ssin: person))]
        script.heads = [person: .found(.oneself)]
        script.households = [person: .unknown]
        script.licences = [person: .found([])]
        script.vehicles = [world.plate: .found(VehicleRegistration(plate: world.plate))]
        script.enterprises = [world.enterprise: .found(Enterprise(number: world.enterprise))]
        let bench = try await GatewayBench(script)
        for verification in verifications {
            #expect(await bench.verdict(on: verification)?.answer == nil, "\(verification.id)")
        }
    }
}
