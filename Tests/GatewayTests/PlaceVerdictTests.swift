import AccessRights
import ConsultLog
import Facts
import Gateway
import Testing

@Suite("verdicts on places, sizes and functions")
struct PlaceVerdictTests {
    private let world: World
    private let person: SSIN
    private let sought = SoughtAddress(
        street: "Rue de l'Étoile", houseNumber: "12", box: "3", postCode: "1030")

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    private func verdict(
        _ address: Address?, sought: SoughtAddress, isPending: Bool? = nil
    ) async throws -> Verdict? {
        var facts = Person(ssin: person)
        facts.mainResidence = address.map { Residence(address: $0, since: nil) }
        facts.addressChangePending = isPending
        var script = SourceScript()
        script.persons = [person: .found(facts)]
        return try await GatewayBench(script).verdict(on: .livesAt(person, sought))
    }

    @Test("how an address is written does not count; what is another address does")
    func livesAt() async throws {
        let rules: [(String, String, String?, String, Verdict)] = [
            ("Rue de l'Étoile", "12", "3", "1030", .yes),
            ("RUE DE L ETOILE", "0012", "bte 0003", "1030", .yes),
            ("rue de l\u{2019}étoile", "12", "b3", "1030", .yes),
            ("Rue de l'Étoile", "12", "3", "1031", .no),
            ("Rue de l'Étoile", "13", "3", "1030", .no),
            ("Rue de l'Étoile", "12", "4", "1030", .no),
            ("Sterrenstraat", "12", "3", "1030", .unknown(.inconclusive)),
            ("Sterrenstraat", "14", "3", "1030", .no),
            ("Rue de l'Étoile", "12A", "3", "1030", .unknown(.inconclusive)),
            ("Rue de l'Étoile", "12", nil, "1030", .unknown(.inconclusive)),
            ("Rue de l'Étoile", "12", "RDC", "1030", .unknown(.inconclusive)),
        ]
        for (street, number, box, postCode, expected) in rules {
            let address = Address(
                street: street, houseNumber: number, box: box, postCode: postCode)
            let answer = try await verdict(address, sought: sought)
            #expect(answer == expected, "\(street) \(number) \(box ?? "-") \(postCode)")
        }
    }

    @Test("without a box every box of the house is meant")
    func withoutBox() async throws {
        let house = SoughtAddress(street: "Sterstraat", houseNumber: "1", postCode: "1030")
        for box in ["3", "bus 12", nil] {
            let address = Address(
                street: "STERSTRAAT", houseNumber: "1", box: box, postCode: "1030")
            #expect(try await verdict(address, sought: house) == .yes)
        }
    }

    @Test("a pending move is never a no, and an absent residence is no answer")
    func silence() async throws {
        let other = Address(street: "Rue de l'Étoile", houseNumber: "13", postCode: "1030")
        #expect(
            try await verdict(other, sought: sought, isPending: true)
                == .unknown(.addressChangePending))
        #expect(try await verdict(nil, sought: sought) == .unknown(.inconclusive))
        let silent = try await GatewayBench()
        #expect(
            await silent.verdict(on: .livesAt(person, sought)) == .unknown(.subjectUnknown))
    }

    @Test("the register is asked for the residence and a pending move alone")
    func asksNarrowly() async throws {
        let bench = try await GatewayBench(.affirmative(in: world))
        _ = await bench.verdict(on: .livesAt(person, sought))
        _ = await bench.verdict(
            on: .establishmentIsAt(world.enterprise, .sector(["1030"])))
        #expect(
            bench.calls.map(\.attributes) == [
                [.personMainResidence, .personAddressChangePending], [.enterpriseEstablishments],
            ])
    }

    @Test("an establishment in the sector or at the address")
    func establishments() async throws {
        let here = Address(street: "Rue Royale", houseNumber: "2", postCode: "1030")
        let there = Address(street: "Rue Royale", houseNumber: "2", postCode: "1000")
        let rules: [([Address?]?, Verdict)] = [
            ([here], .yes), ([there], .no), ([there, here], .yes), ([nil, here], .yes),
            ([nil, there], .unknown(.inconclusive)), ([], .unknown(.nothingRegistered)),
            (nil, .unknown(.inconclusive)),
        ]
        let places: [SoughtPlace] = [
            .sector(["1030", "1210"]),
            .address(SoughtAddress(street: "rue royale", houseNumber: "2", postCode: "1030")),
        ]
        for (addresses, expected) in rules {
            var facts = Enterprise(number: world.enterprise)
            facts.establishments = try addresses?.enumerated().map { index, address in
                Establishment(
                    number: try EstablishmentUnitNumber(base: 20_000_001 + index), started: nil,
                    address: address)
            }
            var script = SourceScript()
            script.enterprises = [world.enterprise: .found(facts)]
            let bench = try await GatewayBench(script)
            for place in places {
                let answer = await bench.verdict(on: .establishmentIsAt(world.enterprise, place))
                #expect(answer == expected)
            }
        }
    }

    @Test("who holds a function is not published: null, recorded, and no source is asked")
    func functions() async throws {
        let bench = try await GatewayBench(.affirmative(in: world))
        let answer = await bench.verdict(on: .holdsFunctionIn(person, world.enterprise))
        #expect(answer == .unknown(.notPublished))
        #expect(bench.calls.isEmpty)
        #expect(try await bench.kinds() == [.asked, .answered, .answered])
        #expect(try await bench.asked().map(\.body.operation) == [.enterpriseFunctions])
        #expect(try await bench.outcomes() == [.found, .found])
    }

    @Test("no attribute gives the question for functions: it needs a grant of its own")
    func functionsNeedGrant() async throws {
        let rights = try world.authorisation(attributes: Set(AttributeID.allCases))
        let bench = try await GatewayBench(.affirmative(in: world), granting: [rights])
        let result = await bench.gateway.verify(
            .holdsFunctionIn(person, world.enterprise), in: world.context)
        #expect(result.refusal?.reasons == [.verificationNotGranted(.holdsFunctionIn)])
    }
}
