import ConsultLog
import Facts
import Gateway
import Testing

@testable import AuthenticSources

@Suite("What a file of the National Register says")
struct KSZFileTests {
    @Test(
        "a person becomes a typed fact, or a failure that names the place",
        arguments: PersonVectors.all)
    func reads(_ vector: FileVector<Person>) async throws {
        try await vector.check { client throws(SourceFailure) in
            try await KSZNationalRegister(client).person(
                KSZHarness.subject, vector.attributes, using: KSZHarness.capability()
            ).finding
        }
    }

    @Test("the reference person is found", arguments: HouseholdVectors.head)
    func readsHead(_ vector: FileVector<HouseholdHead>) async throws {
        try await vector.check { client throws(SourceFailure) in
            try await KSZNationalRegister(client).householdHead(
                of: KSZHarness.subject, using: KSZHarness.capability()
            ).finding
        }
    }

    @Test("the household includes the reference person", arguments: HouseholdVectors.household)
    func readsHousehold(_ vector: FileVector<Household>) async throws {
        try await vector.check { client throws(SourceFailure) in
            try await KSZNationalRegister(client).householdMembers(
                ofHead: KSZHarness.subject, using: KSZHarness.capability()
            ).finding
        }
    }

    @Test("licences are read without their grounds", arguments: LicenceVectors.all)
    func readsLicences(_ vector: FileVector<[DrivingLicence]>) async throws {
        try await vector.check { client throws(SourceFailure) in
            try await KSZDrivingLicences(client).licences(
                of: KSZHarness.subject, vector.attributes, using: KSZHarness.capability()
            ).finding
        }
    }

    @Test("every type that came over the wire is named for the log, read or not")
    func namesReceivedTypes() async throws {
        let schema = try #require(KSZSchemas.own)
        let file = [
            PersonVectors.number("1985"), r("LastUpdateDate", date("Date", "2026-01-02")),
            PersonVectors.schaerbeek,
        ]
        let reply = try await KSZHarness(schema: schema)
            .person(KSZMessage(file: file).bytes(), [.personSex])
        #expect(reply.received == ["000", "001", "254"])
        #expect(reply.ticket?.text == "0f7c1a52-7d2e-4d3a-9b1e-5a6b7c8d9e0f")
    }
}
