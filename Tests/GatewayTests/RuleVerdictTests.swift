import Facts
import Gateway
import Testing

@Suite("verdicts under a rule of a regulation")
struct RuleVerdictTests {
    private let world: World
    private let person: SSIN

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    private func verdict(
        on verification: Verification, _ change: (inout Person) -> Void
    ) async throws -> Verdict? {
        var facts = Specimens().person(person)
        change(&facts)
        var script = SourceScript()
        script.persons = [person: .found(facts)]
        return try await GatewayBench(script).verdict(on: verification)
    }

    private func verdictOnVehicle(
        _ verification: Verification, _ change: (inout VehicleRegistration) -> Void
    ) async throws -> Verdict? {
        var facts = Specimens().vehicle(world.plate)
        facts.plateType = CodedValue(code: "NM", label: nil)
        change(&facts)
        var script = SourceScript()
        script.vehicles = [world.plate: .found(facts)]
        return try await GatewayBench(script).verdict(on: verification)
    }

    @Test("inscribed in one of the registers that count; a code without meaning stays open")
    func registers() async throws {
        let accepted: Set<PopulationRegister> = [.population, .waiting]
        let rules: [(RegisterInscription.Register?, Verdict)] = [
            (.population, .yes), (.waiting, .yes), (.foreigners, .no), (.europeanOfficials, .no),
            (.other(code: "9"), .unknown(.notPublished)), (nil, .unknown(.inconclusive)),
        ]
        for (register, expected) in rules {
            let answer = try await verdict(on: .isInscribedIn(person, world.home, accepted)) {
                $0.register = register.map { RegisterInscription(register: $0, since: nil) }
            }
            #expect(answer == expected)
        }
        let elsewhere = try await verdict(on: .isInscribedIn(person, world.elsewhere, accepted)) {
            $0.register = RegisterInscription(register: .other(code: "9"), since: nil)
        }
        #expect(elsewhere == .no)
    }

    @Test("living in an area: any of its lists is enough, and a pending move is never a no")
    func areas() async throws {
        func lives(
            in area: Area, street: String = "RUE GRAY", municipality: NISCode?,
            isPending: Bool = false
        ) async throws -> Verdict? {
            try await verdict(on: .livesIn(person, area, of: world.home, [.population])) {
                $0.mainResidence = Residence(
                    address: Address(
                        street: street, houseNumber: "1", postCode: "1030",
                        municipality: municipality), since: nil)
                $0.addressChangePending = isPending
            }
        }
        let home = world.home
        let byStreet = Area(streets: ["Rue Gray"])
        #expect(try await lives(in: byStreet, municipality: home) == .yes)
        #expect(try await lives(in: byStreet, street: "Rue Grise", municipality: home) == .no)
        #expect(
            try await lives(in: byStreet, street: "", municipality: home)
                == .unknown(.inconclusive))
        #expect(
            try await lives(
                in: byStreet, street: "Rue Grise", municipality: home, isPending: true)
                == .unknown(.addressChangePending))
        #expect(try await lives(in: Area(postalCodes: ["1030"]), municipality: home) == .yes)
        #expect(try await lives(in: Area(postalCodes: ["1040"]), municipality: home) == .no)
        #expect(try await lives(in: Area(municipalities: [home]), municipality: home) == .yes)
        #expect(
            try await lives(in: Area(municipalities: [home]), municipality: nil)
                == .unknown(.inconclusive))
        // In the area, but of another municipality.
        #expect(
            try await lives(in: Area(postalCodes: ["1030"]), municipality: world.elsewhere) == .no)
    }

    @Test("alternating stay: what does not stand in the file is no no")
    func custody() async throws {
        let present = try await verdict(on: .hasSharedCustody(person)) {
            $0.sharedHosting = true
        }
        #expect(present == .yes)
        for absent in [false, nil] {
            let answer = try await verdict(on: .hasSharedCustody(person)) {
                $0.sharedHosting = absent
            }
            #expect(answer == .unknown(.nothingRegistered))
        }
    }

    @Test("limits: the limit itself is within, and what the register lacks stays open")
    func limits() async throws {
        let plate = world.plate
        let rules: [(Verification, Int?, Verdict)] = [
            (.vehicleIsNoHeavier(plate, kilograms: 3500), 3500, .yes),
            (.vehicleIsNoHeavier(plate, kilograms: 3500), 3501, .no),
            (.vehicleIsNoHeavier(plate, kilograms: 3500), nil, .unknown(.inconclusive)),
            (.vehicleIsNoLonger(plate, centimetres: 490), 4900, .yes),
            (.vehicleIsNoLonger(plate, centimetres: 490), 4901, .no),
            (.vehicleIsNoLonger(plate, centimetres: 490), nil, .unknown(.inconclusive)),
            (.vehicleIsNoHigher(plate, centimetres: 190), 1900, .yes),
            (.vehicleIsNoHigher(plate, centimetres: 190), 1901, .no),
            (.vehicleIsNoHigher(plate, centimetres: 190), nil, .unknown(.inconclusive)),
        ]
        for (verification, measure, expected) in rules {
            let answer = try await verdictOnVehicle(verification) {
                $0.maximumMass = measure
                $0.length = measure
                $0.height = measure
            }
            #expect(answer == expected, "\(verification.id) \(measure ?? 0)")
        }
    }

    @Test("a plate type that no list explains stays open, whatever the rule")
    func plateKinds() async throws {
        let rules: [(String?, PlateKindRule, Verdict)] = [
            ("NM", .only([.normal]), .yes), ("NM", .allBut([.trade, .test]), .yes),
            ("NM", .allBut([.normal]), .no), ("CD", .only([.normal]), .no),
            ("CD", .allBut([.diplomatic]), .no), ("CD", .only([.diplomatic]), .yes),
            ("GL", .allBut([.trade]), .unknown(.notPublished)),
            ("O", .only([.oldtimer]), .unknown(.notPublished)),
            (nil, .only([.normal]), .unknown(.inconclusive)),
        ]
        for (code, rule, expected) in rules {
            let answer = try await verdictOnVehicle(.plateIsOfKind(world.plate, rule)) {
                $0.plateType = code.map { CodedValue(code: $0, label: nil) }
            }
            #expect(answer == expected, "\(code ?? "-")")
        }
    }

    @Test("a zone admits by every fuel that the vehicle burns, and never guesses a standard")
    func lowEmission() async throws {
        let zone = LowEmissionRule(
            categories: [.m1, .n1], exemptPlateKinds: [.diplomatic],
            minimum: LowEmissionRule.Minimum(diesel: 6, petrol: 3))
        let rules: [([(String, String?)]?, String, String?, Verdict)] = [
            ([("20", "6b")], "NM", "M1", .yes), ([("20", "5a")], "NM", "M1", .no),
            ([("20", "V")], "NM", "M1", .no), ([("20", "VI")], "NM", "N1", .yes),
            ([("21", "5")], "NM", "M1", .no), ([("10", "3")], "NM", "M1", .yes),
            ([("10", "2")], "NM", "M1", .no), ([("50", nil)], "NM", "M1", .yes),
            ([("10", "6"), ("20", "5")], "NM", "M1", .no),
            // LPG: some zones treat it as petrol; between the two minima it stays open.
            ([("30", "6")], "NM", "M1", .yes), ([("30", "2")], "NM", "M1", .no),
            ([("30", "4")], "NM", "M1", .unknown(.inconclusive)),
            ([("20", nil)], "NM", "M1", .unknown(.inconclusive)),
            ([("20", "new")], "NM", "M1", .unknown(.inconclusive)),
            ([("20", "5")], "GL", "M1", .unknown(.inconclusive)),
            ([("20", "5")], "NM", nil, .unknown(.inconclusive)),
            ([("20", "0")], "CD", "M1", .yes), ([("20", "0")], "NM", "L3e", .yes),
            ([], "NM", "M1", .unknown(.inconclusive)), (nil, "NM", "M1", .unknown(.inconclusive)),
        ]
        for (fuels, plateType, category, expected) in rules {
            let answer = try await verdictOnVehicle(.vehicleMeetsLowEmission(world.plate, zone)) {
                $0.fuels = fuels?.map {
                    Fuel(fuel: CodedValue(code: $0.0, label: nil), euroNorm: $0.1)
                }
                $0.plateType = CodedValue(code: plateType, label: nil)
                $0.category = category.map { CodedValue(code: $0, label: nil) }
            }
            let described = fuels.map { "\($0)" } ?? "-"
            #expect(answer == expected, "\(described) \(plateType) \(category ?? "-")")
        }
    }

    @Test("suspended: only that it is not is published")
    func suspended() async throws {
        let rules: [(RegistrationStatus?, Verdict)] = [
            (.registered, .no),
            (.unpublished(status: "SUS", legalStatus: nil), .unknown(.notPublished)),
            (nil, .unknown(.inconclusive)),
        ]
        for (status, expected) in rules {
            let answer = try await verdictOnVehicle(.vehicleIsSuspended(world.plate)) {
                $0.status = status
            }
            #expect(answer == expected)
        }
    }

    @Test("a unit counts for its own enterprise alone, where it lies and for what it does")
    func establishments() async throws {
        let own = try EstablishmentUnitNumber(base: 20_000_001)
        let other = try EstablishmentUnitNumber(base: 20_000_002)
        let bakery = EnterpriseActivity(
            naceVersion: "2025", naceCode: "10711", classification: "MAIN")
        func verdict(
            on verification: Verification, place: Address? = Specimens().address,
            own activities: [EnterpriseActivity]? = [], general: [EnterpriseActivity] = []
        ) async throws -> Verdict? {
            var facts = try Specimens().enterprise(world.enterprise)
            facts.establishments = [
                Establishment(number: own, started: nil, address: place, activities: activities)
            ]
            facts.activities = general
            var script = SourceScript()
            script.enterprises = [world.enterprise: .found(facts)]
            return try await GatewayBench(script).verdict(on: verification)
        }
        let (here, there) = (Area(postalCodes: ["1030"]), Area(postalCodes: ["1040"]))
        let firm = world.enterprise
        #expect(try await verdict(on: .establishmentIsIn(firm, own, here)) == .yes)
        #expect(try await verdict(on: .establishmentIsIn(firm, own, there)) == .no)
        #expect(try await verdict(on: .establishmentIsIn(firm, other, here)) == .no)
        #expect(
            try await verdict(on: .establishmentIsIn(firm, own, here), place: nil)
                == .unknown(.inconclusive))
        let bakes = Verification.performsActivity(firm, own, codes: ["10", "47110"])
        #expect(try await verdict(on: bakes, own: [bakery]) == .yes)
        #expect(try await verdict(on: bakes, general: [bakery]) == .yes)
        #expect(try await verdict(on: bakes) == .unknown(.nothingRegistered))
        let sells = Verification.performsActivity(firm, own, codes: ["47"])
        #expect(try await verdict(on: sells, own: [bakery]) == .no)
        #expect(
            try await verdict(on: .performsActivity(firm, other, codes: ["10"]), own: [bakery])
                == .no)
    }
}
