import CanonicalJSON
import Facts
import Gateway
import Testing

@testable import AuthenticSources

@Suite("What the vehicle register says of a holder")
struct DIVHolderTests {
    private static let person = DIVHarness.person

    @Test("a registered plate without a known holder has an unnamed one")
    func noHolder() async throws {
        let harness = try DIVHarness([.registrations: DIVHarness.answer(DIVHarness.item)])
        #expect(
            try await harness.register([.vehicleHolder, .vehicleMake])?.holder == .unnamed)
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
