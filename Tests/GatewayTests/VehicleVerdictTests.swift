import Facts
import Gateway
import Testing

@Suite("verdicts on vehicles and enterprises")
struct VehicleVerdictTests {
    private let world: World
    private let person: SSIN

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    private func verdict(
        on verification: Verification, about vehicle: VehicleRegistration?
    ) async throws -> Verdict? {
        var script = SourceScript()
        if let vehicle { script.vehicles = [world.plate: .found(vehicle)] }
        return try await GatewayBench(script).verdict(on: verification)
    }

    private func vehicle(_ change: (inout VehicleRegistration) -> Void) -> VehicleRegistration {
        var vehicle = Specimens().vehicle(world.plate)
        change(&vehicle)
        return vehicle
    }

    @Test("registered: the one published status is a yes, any other stays open")
    func isRegistered() async throws {
        let rules: [(RegistrationStatus?, Verdict)] = [
            (.registered, .yes),
            (.unpublished(status: "RAD", legalStatus: nil), .unknown(.notPublished)),
            (.unpublished(status: "REG", legalStatus: "VOL"), .unknown(.notPublished)),
            (nil, .unknown(.inconclusive)),
        ]
        for (status, expected) in rules {
            let facts = vehicle { $0.status = status }
            let answer = try await verdict(on: .vehicleIsRegistered(world.plate), about: facts)
            #expect(answer == expected)
        }
    }

    @Test("the vehicle register is complete: a plate it does not know is not registered")
    func unknownPlate() async throws {
        let plate = world.plate
        let rules: [(Verification, Verdict)] = [
            (.vehicleIsRegistered(plate), .no),
            (.vehicleIsHeldBy(plate, .person(person)), .no),
            (
                .vehicleIsWithin(plate, categories: ["M1"], maximumMass: nil),
                .unknown(.subjectUnknown)
            ),
        ]
        for (verification, expected) in rules {
            #expect(try await verdict(on: verification, about: nil) == expected)
        }
    }

    @Test("held by the party that was named")
    func isHeld() async throws {
        let (other, firm) = (try world.person(2), world.enterprise)
        let otherFirm = try EnterpriseNumber(base: 4_000_009)
        let rules: [(VehicleHolder?, Verification.Party, Verdict)] = [
            (.person(person), .person(person), .yes),
            (.person(other), .person(person), .no),
            (.enterprise(firm), .enterprise(firm), .yes),
            (.enterprise(otherFirm), .enterprise(firm), .no),
            (.person(person), .enterprise(firm), .no),
            (.enterprise(firm), .person(person), .no),
            (.other(key: "99999999999"), .person(person), .no),
            (.other(key: person.digits), .person(person), .yes),
            (.other(key: firm.digits), .enterprise(firm), .yes),
            (.other(key: "FOREIGN-1"), .enterprise(firm), .no),
            (.unnamed, .person(person), .unknown(.inconclusive)),
            (.unnamed, .enterprise(firm), .unknown(.inconclusive)),
            (nil, .person(person), .unknown(.inconclusive)),
        ]
        for (holder, party, expected) in rules {
            let facts = vehicle { $0.holder = holder }
            let answer = try await verdict(
                on: .vehicleIsHeldBy(world.plate, party), about: facts)
            #expect(answer == expected)
        }
    }

    @Test("held, when whether the registration still stands is open, stays open")
    func isHeldUnderUnpublishedStatus() async throws {
        let facts = vehicle {
            $0.holder = .person(person)
            $0.status = .unpublished(status: "RAD", legalStatus: nil)
        }
        let own = try await verdict(
            on: .vehicleIsHeldBy(world.plate, .person(person)), about: facts)
        #expect(own == .unknown(.notPublished))
        let other = try await verdict(
            on: .vehicleIsHeldBy(world.plate, .person(world.person(2))), about: facts)
        #expect(other == .no)
    }

    @Test("within the categories, and no heavier than the limit")
    func isWithin() async throws {
        let rules: [(category: String?, mass: Int?, limit: Int?, Verdict)] = [
            ("M1", 1800, nil, .yes), ("M1", 1800, 1800, .yes), ("M1", 1801, 1800, .no),
            ("N1", 1800, nil, .yes), ("N2", 1800, nil, .no), ("N2", nil, 3500, .no),
            ("M1", nil, nil, .yes), ("M1", nil, 3500, .unknown(.inconclusive)),
            (nil, 1800, nil, .unknown(.inconclusive)),
        ]
        for (category, mass, limit, expected) in rules {
            let facts = vehicle {
                $0.category = category.map { CodedValue(code: $0, label: nil) }
                $0.maximumMass = mass
            }
            let answer = try await verdict(
                on: .vehicleIsWithin(world.plate, categories: ["M1", "N1"], maximumMass: limit),
                about: facts)
            #expect(answer == expected)
        }
    }

    @Test("an active enterprise")
    func isActive() async throws {
        let rules: [(EnterpriseStatus?, Verdict)] = [
            (.active, .yes), (.other(code: "ST"), .no), (nil, .unknown(.inconclusive)),
        ]
        for (status, expected) in rules {
            var facts = Enterprise(number: world.enterprise)
            facts.status = status
            var script = SourceScript()
            script.enterprises = [world.enterprise: .found(facts)]
            let bench = try await GatewayBench(script)
            #expect(
                await bench.verdict(on: .enterpriseIsActive(world.enterprise)) == expected)
        }
        let empty = try await GatewayBench()
        #expect(
            await empty.verdict(on: .enterpriseIsActive(world.enterprise))
                == .unknown(.subjectUnknown))
    }
}
