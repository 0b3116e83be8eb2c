import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("what an address is counted by, and in which area it lies")
struct PlacePseudonymTests {
    private let world: World
    private let (first, second): (SSIN, SSIN)

    init() throws {
        world = try World()
        first = try world.person(1)
        second = try world.person(2)
    }

    private func address(
        _ street: String, _ number: String, code: String? = "2801", box: String? = nil
    ) -> Address {
        Address(
            street: street, streetCode: code, houseNumber: number, box: box, postCode: "1030",
            municipality: world.home)
    }

    private func bench(_ residences: [SSIN: Address]) async throws -> GatewayBench {
        var script = SourceScript()
        for (person, address) in residences {
            var facts = Specimens().person(person)
            facts.mainResidence = Residence(address: address, since: nil)
            script.persons[person] = .found(facts)
        }
        return try await GatewayBench(script)
    }

    private func pseudonym(
        of person: SSIN, as extent: DwellingExtent = .address,
        for municipality: NISCode? = nil, _ bench: GatewayBench
    ) async throws -> Pseudonym? {
        let result = await bench.gateway.addressPseudonym(
            of: person, extent, for: municipality ?? world.home, in: world.context)
        guard case .known(let pseudonym) = result.fact else { return nil }
        return pseudonym
    }

    @Test("one house is one address in either language, and every box of it a dwelling unit")
    func counts() async throws {
        let bench = try await bench([
            first: address("RUE ROYALE", "0002", box: "bte 1"),
            second: address("KONINGSSTRAAT", "2", box: "b002"),
        ])
        let (one, other) = (
            try await pseudonym(of: first, bench), try await pseudonym(of: second, bench)
        )
        #expect(one != nil)
        #expect(one == other)
        let unit = try await pseudonym(of: first, as: .dwellingUnit, bench)
        #expect(unit != (try await pseudonym(of: second, as: .dwellingUnit, bench)))
        #expect(unit != one)
    }

    @Test("another number, street or municipality that asks has another pseudonym")
    func differs() async throws {
        let bench = try await bench([
            first: address("RUE ROYALE", "2"), second: address("RUE ROYALE", "4"),
        ])
        let here = try await pseudonym(of: first, bench)
        #expect(here != (try await pseudonym(of: second, bench)))
        #expect(here != (try await pseudonym(of: first, for: world.elsewhere, bench)))
        let unnamed = try await self.bench([first: address("Rue Royale", "2", code: nil)])
        #expect(try await pseudonym(of: first, unnamed) != here)
    }

    @Test("it needs a right of its own and says nothing of the address, in the log neither")
    func hides() async throws {
        let bench = try await bench([first: address("RUE ROYALE", "2")])
        let made = try #require(try await pseudonym(of: first, bench))
        #expect("\(made)" == "Pseudonym(…)")
        for entry in try await bench.entries() {
            #expect(!entry.bytes.holds(Array("ROYALE".utf8)))
            #expect(!entry.bytes.holds(made.bytes))
        }
        #expect(bench.calls.map(\.attributes) == [[.personMainResidence]])
        let facts = try world.authorisation(attributes: [.personMainResidence])
        let other = try await GatewayBench(.affirmative(in: world), granting: [facts])
        let result = await other.gateway.addressPseudonym(
            of: first, .address, for: world.home, in: world.context)
        #expect(result.refusal?.reasons == [.verificationNotGranted(.addressPseudonym)])
    }

    @Test("an enterprise and its unit have pseudonyms of their own in every municipality")
    func enterprises() async throws {
        let bench = try await bench([:])
        let firm = world.enterprise
        let unit = try EstablishmentUnitNumber(base: 20_000_001)
        let all = [
            bench.gateway.pseudonym(of: firm, for: world.home),
            bench.gateway.pseudonym(of: firm, for: world.elsewhere),
            bench.gateway.pseudonym(of: unit, for: world.home),
        ]
        #expect(Set(all).count == 3)
        #expect(bench.gateway.pseudonym(of: firm, for: world.home) == all[0])
        #expect(bench.calls.isEmpty)
    }

    @Test("of areas that overlap the first, and none behind one that stays open")
    func areas() async throws {
        let bench = try await bench([first: address("RUE ROYALE", "2")])
        func area(_ areas: [Area]) async -> Determination<Int>? {
            await bench.gateway.areaOfResidence(of: first, among: areas, in: world.context).fact
        }
        let (here, there) = (Area(postalCodes: ["1030"]), Area(postalCodes: ["1040"]))
        #expect(await area([there, here, here]) == .known(1))
        #expect(await area([there]) == .unknown(.nothingRegistered))
        #expect(await area([Area(streets: ["rue royale"]), here]) == .known(0))
        let silent = try await GatewayBench()
        let unknown = await silent.gateway.areaOfResidence(
            of: first, among: [here], in: world.context)
        #expect(unknown.fact == .unknown(.subjectUnknown))
    }

    @Test("a unit lies in the area of its address, when it is the enterprise's own")
    func units() async throws {
        let bench = try await GatewayBench(.affirmative(in: world))
        let areas = [Area(postalCodes: ["1040"]), Area(postalCodes: ["1030"])]
        let own = try EstablishmentUnitNumber(base: 20_000_001)
        let strange = try EstablishmentUnitNumber(base: 20_000_002)
        for (unit, expected) in [
            (own, Determination.known(1)), (strange, .unknown(.nothingRegistered)),
        ] {
            let result = await bench.gateway.areaOfEstablishment(
                unit, of: world.enterprise, among: areas, in: world.context)
            #expect(result.fact == expected)
        }
    }

    @Test("since when somebody is inscribed is a day, or it is not known")
    func inscribed() async throws {
        let day = try CalendarDate(parsing: "2024-02-29")
        let rules: [(IncompleteDate?, Determination<CalendarDate>)] = [
            (.full(day), .known(day)), (.year(2024), .unknown(.inconclusive)),
            (nil, .unknown(.inconclusive)),
        ]
        for (since, expected) in rules {
            var facts = Specimens().person(first)
            facts.register = RegisterInscription(register: .population, since: since)
            var script = SourceScript()
            script.persons = [first: .found(facts)]
            let bench = try await GatewayBench(script)
            let result = await bench.gateway.inscribedSince(first, in: world.context)
            #expect(result.fact == expected)
            #expect(bench.calls.map(\.attributes) == [[.personRegister]])
        }
    }
}
