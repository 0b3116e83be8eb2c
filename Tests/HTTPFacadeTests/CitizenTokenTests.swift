import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Gateway
import HTTPTypes
import Testing

@testable import HTTPFacade

extension Conversations {
    @Suite("tokens of citizens")
    struct CitizenTokenTests {
        @Test("the citizen of a token is the applicant, and no official")
        func applicant() throws {
            let application = RegisteredApplication(
                id: try ApplicationID(parsing: "counter"),
                organisation: try EnterpriseNumber(parsing: "1990000134"),
                organisationName: LocalizedText(nl: "Test", fr: "Test"), contact: "test@example",
                certificates: [], roles: [.consumer])
            let citizen = try SSIN(parsing: SampleSubjects.resident)
            let official = try OfficialID(parsing: "official-1")
            let bearers: [(TokenBearer?, SSIN?, OfficialID?)] = [
                (.citizen(citizen), citizen, nil), (.official(official), nil, official),
                (nil, nil, nil),
            ]
            for (bearer, applicant, behind) in bearers {
                let caller = try CallerContext(
                    application, as: .consumer, for: bearer,
                    TraceNames(HTTPFields(), random: SystemRandom()))
                let context = caller.consult(
                    for: try PurposeID(parsing: "permits"), dossier: nil)
                #expect(context.applicant == applicant)
                #expect(context.caller.official == behind)
                #expect(caller.official == behind)
            }
            #expect(!"\(TokenBearer.citizen(citizen))".contains(citizen.digits))
        }

        @Test("a citizen's token is good over a connection, and stands for no official in the log")
        func overTheWire() async throws {
            try await FacadeBench.run { bench in
                let question: JSONValue = [
                    "plate": .string(SampleSubjects.plate), "purpose": "vehicle-tax",
                    "select": ["vehicle.status"],
                ]
                func ask(_ number: String) async throws -> Int? {
                    let token = try bench.officials.field(
                        bench.certificates, ["scope": "citizen", "egovNRN": number])
                    return try await bench.ask("/v1/vehicles/get", question, token).status
                }
                #expect(try await ask(SampleSubjects.resident) == 200)
                #expect(try await ask("official-1") == 401)
                let entries = try await bench.log.bench.reader.entries().map(\.entry)
                #expect(!entries.isEmpty)
                for entry in entries {
                    let field = try? entry.open(.official, using: bench.log.bench.keys)
                    if case .official? = field?.value { Issue.record("it names an official") }
                }
                #expect(!bench.lines.all.contains { $0.contains(SampleSubjects.resident) })
            }
        }
    }
}
