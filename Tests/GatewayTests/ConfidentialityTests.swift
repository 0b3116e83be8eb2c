import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("personal data stays in its place")
struct ConfidentialityTests {
    private let world: World

    init() throws { world = try World() }

    @Test("the log holds no number, plate, name or verdict outside its boxes")
    func boxesEverything() async throws {
        let (person, other) = (try world.person(1), try world.person(2))
        let bench = try await GatewayBench(.affirmative(in: world))
        let context = ConsultContext(
            caller: Caller(
                organisation: world.context.caller.organisation,
                application: world.context.caller.application,
                official: try OfficialID(parsing: "official-4711")),
            purpose: world.context.purpose, dossier: try DossierReference(parsing: "DOS-2026-8"))
        for verification in try Verification.samples(in: world) {
            _ = await bench.gateway.verify(verification, in: context)
        }
        for group in AttributeGroup.allCases { await ask(group, bench, context) }
        _ = await bench.gateway.householdPseudonyms(of: person, for: world.home, in: context)
        let stranger = ConsultContext(
            caller: context.caller, purpose: world.own.purpose, dossier: context.dossier)
        _ = await bench.gateway.person(person, [.personName], in: stranger)

        let secrets = [
            person.digits, other.digits, world.plate.text, world.enterprise.digits, "Peeters",
            "Rue Royale", "VF1AAAAA123456789", "official-4711", "DOS-2026-8", "\"answer\":",
        ]
        let entries = try await bench.entries()
        #expect(entries.count > 30)
        #expect(Set(entries.map(\.kind)) == [.asked, .answered, .refused])
        #expect(try await LogAudit.violations(of: bench) == [])
        for entry in entries {
            let found = secrets.filter { entry.bytes.holds(Array($0.utf8)) }
            #expect(found.isEmpty, "\(entry.kind) holds \(found)")
        }
    }

    private func ask(
        _ group: AttributeGroup, _ bench: GatewayBench, _ context: ConsultContext
    ) async {
        guard let person = try? world.person(1) else { return }
        let all = Set(group.attributes)
        switch group {
        case .person: _ = await bench.gateway.person(person, all, in: context)
        case .household: _ = await bench.gateway.household(of: person, all, in: context)
        case .drivingLicence: _ = await bench.gateway.licences(of: person, all, in: context)
        case .vehicle: _ = await bench.gateway.vehicle(world.plate, all, in: context)
        case .enterprise: _ = await bench.gateway.enterprise(world.enterprise, all, in: context)
        }
    }

    @Test("a verdict is stated in a box of the entry that answers it")
    func boxesVerdicts() async throws {
        let bench = try await GatewayBench(.affirmative(in: world))
        for verification in try Verification.samples(in: world) {
            let result = await bench.gateway.verify(verification, in: world.context)
            let stated = try await bench.entries(of: result.consult)
                .compactMap { bench.stated(in: $0) }
            #expect(stated == [.answer(verification.affirmed.answer)], "\(verification.id)")
        }
    }

    @Test("a verification asks for what it rests on and no more")
    func asksNarrowly() async throws {
        for verification in try Verification.samples(in: world) {
            let bench = try await GatewayBench(.affirmative(in: world))
            _ = await bench.gateway.verify(verification, in: world.context)
            let wanted = verification.id.attributes
            #expect(bench.calls.allSatisfy { $0.attributes.isSubset(of: wanted) })
            for asked in try await bench.asked() {
                #expect(Set(asked.body.request.attributes) == wanted)
                #expect(asked.body.request.verification == verification.id)
            }
        }
    }

    @Test("a right to verify gives no facts, and none gives a verdict")
    func verificationIsNoAttribute() async throws {
        let person = try world.person(1)
        let right = try world.authorisation(verifications: [.isAdult])
        let bench = try await GatewayBench(.affirmative(in: world), granting: [right])
        #expect(await bench.verdict(on: .isAdult(person, age: 18)) == .yes)
        let fact = await bench.gateway.person(person, [.personBirthDate], in: world.context)
        #expect(fact.refusal?.reasons == [.attributeNotGranted(.personBirthDate)])
        let alive = await bench.gateway.verify(.isAlive(person), in: world.context)
        #expect(alive.refusal?.reasons == [.verificationNotGranted(.isAlive)])
        #expect(bench.calls.count == 1)
    }
}
