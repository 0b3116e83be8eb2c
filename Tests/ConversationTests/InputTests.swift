import CanonicalJSON
import DevelopmentCertificates
import SourceSimulators
import TestSupport
import Testing

extension Conversations {
    @Suite("input that is wrong")
    struct InputTests {
        static let wrongs = [
            WrongInput(
                testDescription: "malformed JSON", path: "/v1/persons/get",
                body: #"{"ssin":"85073003328","purpose":"#, field: nil, value: "85073003328"),
            WrongInput(
                testDescription: "an unknown field", path: "/v1/persons/get",
                body: #"{"ssin":"85073003328","purpose":"p","select":["person"],"extra":"Zzyzx"}"#,
                field: "extra", value: "Zzyzx"),
            WrongInput(
                testDescription: "a wrong check digit", path: "/v1/persons/get",
                body: #"{"ssin":"85073003329","purpose":"p","select":["person"]}"#,
                field: "ssin", value: "85073003329"),
            WrongInput(
                testDescription: "an unknown plate form", path: "/v1/vehicles/get",
                body: #"{"plate":"1-ZZ_9?","purpose":"p","select":["vehicle"]}"#,
                field: "plate", value: "1-ZZ_9?"),
            WrongInput(
                testDescription: "an attribute that does not exist", path: "/v1/persons/get",
                body: #"{"ssin":"85073003328","purpose":"p","select":["person.shoeSize"]}"#,
                field: "select[0]", value: "shoeSize"),
            WrongInput(
                testDescription: "the number of nobody's enterprise", path: "/v1/enterprises/get",
                body: #"{"enterpriseNumber":"0199999945","purpose":"p","select":["enterprise"]}"#,
                field: "enterpriseNumber", value: "0199999945"),
            WrongInput(
                testDescription: "an applicant within", path: "/v1/parkingCards/assessments",
                body: """
                    {"municipality":"21015","cardType":"resident","purpose":"parking-cards",
                    "applicant":{"ssin":"85073003329"},"vehicle":{"plate":"1SYN900"}}
                    """, field: "applicant.ssin", value: "85073003329"),
        ]

        @Test("gets 400 that names the field and not the value", arguments: wrongs)
        func names(wrong: WrongInput) async throws {
            let workplace = try Workplace.here()
            let before = try await workplace.sources.requests(to: .ksz)
            let reply = try await workplace.application(.taxDepartment).send(
                wrong.path, Array(wrong.body.utf8))
            #expect(reply.status == 400)
            let issues = try #require(reply.body["issues"]?.array)
            #expect(issues.contains { $0["name"]?.string == wrong.field })
            #expect(!reply.text.contains(wrong.value))
            #expect(try await workplace.sources.requests(to: .ksz) == before)
            #expect(!workplace.gateway.program.errors.contains(wrong.value))
        }
    }
}
