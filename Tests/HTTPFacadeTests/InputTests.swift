import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import Testing

extension Conversations {
    /// What bad input gets: a problem that names the field and never the value.
    struct InputTests {
        /// A body, the secret that it holds, the field that is wrong and the issue's type.
        struct Case: Sendable, CustomStringConvertible {
            let path: String
            let body: String
            let secret: String
            let field: String
            let issue: String

            var description: String { "\(path) \(field) \(issue)" }
        }

        private static let belgif = "urn:problem-type:belgif:input-validation:"
        private static let extended = "urn:problem-type:belgif-ext:input-validation:"

        static let cases = [
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":"85070390168","select":["person.name"],"purpose":"p"}"#,
                secret: "85070390168", field: "ssin", issue: extended + "invalidStructure"),
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":"850703901","select":["person.name"],"purpose":"p"}"#,
                secret: "850703901", field: "ssin", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":850703,"select":["person"],"purpose":"p"}"#,
                secret: "850703", field: "ssin", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/persons/get", body: #"{"select":["person"],"purpose":"Geheim!"}"#,
                secret: "Geheim", field: "ssin", issue: extended + "requiredInput"),
            Case(
                path: "/v1/persons/get",
                body:
                    #"{"ssin":"85070390167","select":["person.name","vehicle.make"],"purpose":"p"}"#,
                secret: "vehicle.make", field: "select[1]", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/persons/get", body: #"{"ssin":"85070390167","select":[],"purpose":"p"}"#,
                secret: "85070390167", field: "select", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":"85070390167","select":["person"],"purpose":"p","name":"Geheim"}"#,
                secret: "Geheim", field: "name", issue: belgif + "unknownInput"),
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":"85070390167","select":["person"],"purpose":"p","94051290466":1}"#,
                secret: "94051290466", field: "…", issue: belgif + "unknownInput"),
            Case(
                path: "/v1/persons/get",
                body: #"{"ssin":"85070390167","select":["person"],"purpose":"p","dossier":null}"#,
                secret: "85070390167", field: "dossier", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/vehicles/get",
                body: #"{"plate":"GEHEIM-EN-LANG","select":["vehicle"],"purpose":"p"}"#,
                secret: "GEHEIM", field: "plate", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/enterprises/get",
                body: #"{"enterpriseNumber":"1990000333","select":["enterprise"],"purpose":"p"}"#,
                secret: "1990000333", field: "enterpriseNumber",
                issue: extended + "invalidStructure"),
            Case(
                path: "/v1/verifications",
                body: #"{"predicate":"isGeheim","ssin":"1","purpose":"p"}"#,
                secret: "isGeheim", field: "predicate", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/verifications",
                body: #"{"predicate":"isAdult","ssin":"85070390167","age":4711,"purpose":"p"}"#,
                secret: "4711", field: "age", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/verifications",
                body: #"{"predicate":"householdPseudonyms","ssin":"85070390167","purpose":"p"}"#,
                secret: "85070390167", field: "predicate", issue: belgif + "schemaViolation"),
            Case(
                path: "/v1/verifications",
                body:
                    #"{"predicate":"vehicleIsHeldBy","plate":"1SYN900","holder":{},"purpose":"p"}"#,
                secret: "1SYN900", field: "holder", issue: extended + "exactlyOneOfExpected"),
            Case(
                path: "/v1/parkingCards/assessments",
                body: #"{"municipality":"21015","cardType":"resident","applicant":{"ssin":"123"},"#
                    + #""vehicle":{"plate":"1SYN900"},"purpose":"p"}"#,
                secret: "\"123\"", field: "applicant.ssin", issue: belgif + "schemaViolation"),
        ]

        @Test("a wrong field is named, and what stood there is not said")
        func field() async throws {
            try await FacadeBench.run { bench in
                for example in Self.cases {
                    let problem = try await bench.ask(example.path, text: example.body)
                    let issues = try problem.json["issues"]?.array ?? []
                    let isNamed = issues.contains {
                        $0["name"] == .string(example.field) && $0["type"] == .string(example.issue)
                    }
                    #expect(problem.status == 400, "\(example)")
                    #expect(!problem.output.contains(example.secret), "\(example)")
                    #expect(isNamed, "\(example)")
                    #expect(issues.allSatisfy { $0["in"] == "body" && $0["value"] == nil })
                }
                #expect(bench.sources.questions == 0)
                #expect(await bench.storage.entries.isEmpty)
            }
        }

        @Test("what is no JSON is a bad request that does not repeat it")
        func malformed() async throws {
            try await FacadeBench.run { bench in
                let texts = [
                    "{\"ssin\":\"85070390167\"", "geheim", "[]", "\"85070390167\"",
                    "{\"a\":1,\"a\":2}",
                ]
                for text in texts {
                    let problem = try await bench.ask("/v1/persons/get", text: text)
                    #expect(problem.status == 400)
                    #expect(!problem.output.contains("85070390167"))
                    #expect(!problem.output.contains("geheim"))
                }
            }
        }
    }
}
