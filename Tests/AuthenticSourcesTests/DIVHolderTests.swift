import CanonicalJSON
import Facts
import Gateway
import Synchronization
import Testing

@testable import AuthenticSources

@Suite("What the vehicle register says of a holder")
struct DIVHolderTests {
    private static let person = DIVHarness.person

    private static let urls = [
        "https://div.test/v1/mobility/registrationsTitular?plateNr=1ABC123",
        "https://div.test/v1/mobility/registrations?plateNr=1ABC123",
    ]

    @Test(
        "a registered plate without a known holder is found, without a holder",
        arguments: [Set<AttributeID>([.vehicleHolder]), [.vehicleHolder, .vehicleMake]])
    func noHolder(_ attributes: Set<AttributeID>) async throws {
        let harness = try DIVHarness([.registrations: DIVHarness.answer(DIVHarness.item)])
        var expected = VehicleRegistration(plate: DIVHarness.plate)
        if attributes.contains(.vehicleMake) { expected.make = "VOLKSWAGEN, VW" }
        #expect(try await harness.register(attributes) == expected)
        #expect(harness.asked.withLock { Set($0) } == Set(Self.urls))
    }

    @Test("for the holder alone the registration is asked only when no holder is known")
    func asksFurther() async throws {
        let known = try DIVHarness([
            .registrations: DIVHarness.answer(DIVHarness.item),
            .registrationsTitular: DIVHarness.answer(DIVHarness.titular(Self.person)),
        ])
        #expect(
            try await known.register([.vehicleHolder])?.holder == .person(KSZHarness.subject))
        #expect(known.asked.withLock { $0 } == [Self.urls[0]])
        let unknown = DIVHarness([:] as [DIVResource: SourceResponse])
        #expect(try await unknown.register([.vehicleHolder]) == nil)
        #expect(unknown.asked.withLock { $0 } == Self.urls)
    }

    @Test("the second question has what the first has left of the deadline")
    func sharesDeadline() async throws {
        let answers = [DIVResource.registrations: DIVHarness.answer(DIVHarness.item)]
        let harness = try DIVHarness(answers, spending: .milliseconds(2000))
        #expect(try await harness.register([.vehicleHolder]) != nil)
        #expect(
            harness.given.withLock { $0 } == [KSZHarness.deadline, .milliseconds(345)])
        let late = try DIVHarness(answers, spending: KSZHarness.deadline)
        await #expect(throws: SourceFailure.unavailable(.tooLate)) {
            _ = try await late.register([.vehicleHolder])
        }
        #expect(late.asked.withLock { $0 } == [Self.urls[0]])
    }

    @Test("that a plate has no known holder is not concluded from a register that is silent")
    func silence() async throws {
        for resource in [DIVResource.registrations, .registrationsTitular] {
            let harness = DIVHarness([resource: SourceResponse(status: 503, body: [])])
            await #expect(throws: SourceFailure.unavailable(.busy)) {
                _ = try await harness.register([.vehicleHolder])
            }
        }
    }

    @Test("a holder is a person, an enterprise, another key or nobody")
    func holders() async throws {
        let company: JSONValue = ["companyNr": ["identificator": "0206731645"]]
        let cases: [(JSONValue, VehicleHolder)] = [
            (Self.person, .person(KSZHarness.subject)),
            (
                ["type": "O", "organisation": company],
                .enterprise(try EnterpriseNumber(parsing: "0206731645"))
            ),
            (
                ["person": ["nationalNr": ["identificator": "71640618918"]]],
                .other(key: "71640618918")
            ),
            (["organisation": ["companyNr": ["identificator": "FR-1"]]], .other(key: "FR-1")),
            (["person": ["lastName": ["X"]]], .unnamed),
            (["person": ["nationalNr": ["identificator": ""]]], .unnamed),
            (["organisation": ["isLeaseCompany": "N"]], .unnamed), (["type": "P"], .unnamed),
        ]
        for (titular, expected) in cases {
            let inside = DIVHarness.answer(DIVHarness.titular(titular))
            let beside = DIVHarness.answer(["license": DIVHarness.licence, "titular": titular])
            for answer in [inside, beside] {
                let found = try await DIVHarness([.registrationsTitular: answer])
                    .register([.vehicleHolder])
                #expect(found?.holder == expected)
            }
        }
    }

    @Test("a holder that is both, or of whom the plate is not told, is a failure at its place")
    func badHolders() async throws {
        let both: JSONValue = [
            "person": ["nationalNr": ["identificator": "1"]],
            "organisation": ["companyNr": ["identificator": "2"]],
        ]
        for (item, place) in [
            (DIVHarness.titular(both), "/items/0/titular/organisation"),
            (["titular": Self.person], "/items/0/titular/license"),
            (["license": DIVHarness.licence], "/items/0/titular"),
        ] as [(JSONValue, String)] {
            let harness = try DIVHarness([.registrationsTitular: DIVHarness.answer(item)])
            do throws(SourceFailure) {
                _ = try await harness.register([.vehicleHolder])
                Issue.record("an answer")
            } catch {
                switch error {
                case .unintelligible(.outsideSchema(let element)),
                    .unintelligible(.unexpectedValue(let element)):
                    #expect(element == place)
                default: Issue.record("another failure")
                }
            }
        }
    }
}
