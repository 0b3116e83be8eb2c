import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Gateway
import HTTPFacade
import Testing

extension Conversations {
    /// The shapes of AuthZEN 1.0, as its certification scenario asks for them.
    struct EvaluationTests {
        private static let one = "/access/v1/evaluation"
        private static let many = "/access/v1/evaluations"

        private static func request(
            _ resource: String = "vehicle.make", application: String = "tax-department",
            purpose: String = "vehicle-tax"
        ) -> JSONObject {
            [
                "subject": ["type": "application", "id": .string(application)],
                "action": [
                    "name": "consult",
                    "properties": ["processing_activity_id": .string(purpose)],
                ],
                "resource": ["type": "vehicle", "id": .string(resource)],
            ]
        }

        private func run(
            _ talk: @escaping @Sendable (FacadeBench) async throws -> Void
        ) async throws {
            try await FacadeBench.run { bench in
                _ = try await bench.rights.adopt(FacadeBench.documents())
                try await talk(bench)
            }
        }

        @Test("what a right allows is permitted, with its obligations")
        func permitted() async throws {
            try await run { bench in
                let exchange = try await bench.ask(Self.one, .object(Self.request()))
                #expect(exchange.status == 200)
                #expect(try exchange.json["decision"] == true)
                let obligations = try exchange.json["context"]?["obligations"]?.array ?? []
                #expect(
                    obligations.map { $0["type"]?.string } == [
                        "urn:onlyonce:obligation:log", "urn:onlyonce:obligation:attributes",
                    ])
                #expect(obligations.last?["properties"]?["only"] == ["vehicle.make"])
            }
        }

        @Test("a denial is an answer, with its reasons")
        func denied() async throws {
            try await run { bench in
                for (request, code) in [
                    (Self.request(purpose: "parking-permit"), "purposeNotGranted"),
                    (Self.request("person.name"), "unknownResource"),
                    (Self.request("no.such"), "unknownResource"),
                ] {
                    let exchange = try await bench.ask(Self.one, .object(request))
                    #expect(exchange.status == 200)
                    #expect(try exchange.json["decision"] == false)
                    let reason = try exchange.json["context"]?["reasons"]?.array?.first
                    #expect(reason?["code"]?.string == code)
                }
            }
        }

        @Test("a population that would be looked up is an obligation")
        func conditional() async throws {
            try await run { bench in
                var request = Self.request(
                    "household", application: "housing-agency", purpose: "social-housing")
                request["resource"] = ["type": "household", "id": "household.members"]
                request["context"] = ["dossier": true, "time": "2026-11-21T10:00:00Z"]
                let exchange = try await bench.ask(
                    Self.one, as: .housingAgency, .object(request))
                let types = try exchange.json["context"]?["obligations"]?.array?
                    .compactMap { $0["id"]?.string }
                #expect(types == ["log", "attributes", "population"], "\(exchange.body)")
            }
        }

        @Test(
            "what is malformed is 400",
            arguments: [
                "{}", "[]", "{", #"{"subject":{"type":"application","id":"x"}}"#,
                #"{"subject":"x","action":{"name":"a"},"resource":{"type":"t","id":"i"}}"#,
                #"{"subject":{"type":1,"id":"x"},"action":{"name":"a"},"resource":{"type":"t","id":"i"}}"#,
                #"{"subject":{"type":"t"},"action":{"name":"a"},"resource":{"type":"t","id":"i"}}"#,
                #"{"subject":{"type":"t","id":"i"},"action":{},"resource":{"type":"t","id":"i"}}"#,
                #"{"subject":{"type":"t","id":"i"},"action":{"name":1},"resource":{"type":"t","id":"i"}}"#,
                #"{"subject":{"type":"t","id":"i"},"action":{"name":"a"},"resource":{"type":"t"}}"#,
                #"{"subject":{"type":"t","id":"i"},"action":{"name":"a"},"resource":{"type":"t","id":"i"},"context":1}"#,
            ])
        func malformed(_ body: String) async throws {
            try await run { bench in
                for path in [Self.one, Self.many] {
                    let exchange = try await bench.ask(path, text: body)
                    #expect(exchange.status == 400)
                }
            }
        }

        @Test("what is not known is ignored, and the same question has the same answer")
        func idempotent() async throws {
            try await run { bench in
                var request = Self.request()
                let plain = try await bench.ask(Self.one, .object(request))
                request["novelty"] = ["a": 1]
                let again = try await bench.ask(
                    Self.one, .object(request), ["-H", "X-Request-ID: bfe9eb29-ab87-4ca3"])
                #expect(plain.body == again.body)
                #expect(again.header("x-request-id") == "bfe9eb29-ab87-4ca3")
                #expect(plain.header("x-request-id") == nil)
            }
        }

        @Test(
            "a batch stops where its semantic says, and no sooner",
            arguments: [
                ("execute_all", [true, false, true]), ("deny_on_first_deny", [true, false]),
                ("permit_on_first_permit", [true]),
            ])
        func semantics(_ semantic: String, _ expected: [Bool]) async throws {
            try await run { bench in
                var batch = Self.request()
                batch["evaluations"] = [
                    [:], ["resource": ["type": "vehicle", "id": "no.such"]],
                    ["resource": ["type": "vehicle", "id": "vehicle.make"]],
                ]
                batch["options"] = ["evaluations_semantic": .string(semantic)]
                let answers = try await bench.ask(Self.many, .object(batch)).json["evaluations"]
                #expect(answers?.array?.map { $0["decision"]?.bool } == expected)
            }
        }

        @Test("a batch has the same answer however often it is asked, and at most so many items")
        func batches() async throws {
            try await run { bench in
                var batch = Self.request()
                let items: [JSONValue] = [
                    ["resource": ["type": "vehicle", "id": "no.such"]], [:], 7,
                ]
                batch["evaluations"] = .array(items)
                let first = try await bench.ask(Self.many, .object(batch))
                #expect(first.status == 200)
                let decisions = try first.json["evaluations"]?.array?.map { $0["decision"]?.bool }
                #expect(decisions == [false, true, false])
                for _ in 0..<2 {
                    #expect(try await bench.ask(Self.many, .object(batch)).body == first.body)
                }
                let most = RequestLimits().largestBatch
                for (count, status) in [(most, 200), (most + 1, 400)] {
                    batch["evaluations"] = .array(Array(repeating: [:], count: count))
                    #expect(try await bench.ask(Self.many, .object(batch)).status == status)
                }
                batch["evaluations"] = .array(items)
                let wrong: [(String, JSONValue)] = [
                    ("evaluations", 1), ("options", 1),
                    ("options", ["evaluations_semantic": 1]),
                ]
                for (name, value) in wrong {
                    var changed = batch
                    changed[name] = value
                    #expect(
                        try await bench.ask(Self.many, .object(changed)).status == 400)
                }
            }
        }

        @Test("an item replaces a default whole, and what is wrong with it is its answer")
        func items() async throws {
            try await run { bench in
                var batch = Self.request()
                batch["evaluations"] = [
                    ["action": ["name": "consult"]], ["subject": 1], 7,
                    ["subject": ["type": "application", "id": "housing-agency"]],
                ]
                let answers =
                    try await bench.ask(Self.many, .object(batch)).json["evaluations"]?
                    .array ?? []
                #expect(answers.allSatisfy { $0["decision"] == false })
                #expect(
                    answers.first?["context"]?["reasons"]?.array?.first?["code"]
                        == "purposeNotNamed")
                let errors = answers.dropFirst().map { $0["context"]?["error"]?["status"]?.integer }
                #expect(errors == [400, 400, 403])
            }
        }

        @Test("without a list a batch is one evaluation; an unknown semantic is 400")
        func single() async throws {
            try await run { bench in
                var batch = Self.request()
                let plain = try await bench.ask(Self.many, .object(batch))
                #expect(try plain.json["decision"] == true)
                batch["evaluations"] = []
                #expect(try await bench.ask(Self.many, .object(batch)).json["decision"] == true)
                batch["options"] = ["evaluations_semantic": "guess"]
                #expect(try await bench.ask(Self.many, .object(batch)).status == 400)
            }
        }

        @Test("an application asks about itself, an overseer about everybody; nothing is logged")
        func askers() async throws {
            try await run { bench in
                let other = JSONValue.object(Self.request(application: "tax-department"))
                #expect(try await bench.ask(Self.one, as: .parkingSchaerbeek, other).status == 403)
                let overseen = try await bench.ask(Self.one, as: .dpoConsole, other)
                #expect(try overseen.json["decision"] == true)
                let kinds = try await bench.log.bench.reader.entries().map(\.entry.kind)
                #expect(Set(kinds) == [.rightChanged])
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(
                    metrics.contains(#"onlyonce_access_evaluations_total{decision="true"} 1"#))
            }
        }

        @Test("the metadata names the endpoints, on both listeners")
        func metadata() async throws {
            try await run { bench in
                let path = "/.well-known/authzen-configuration"
                let answers = [
                    try await bench.read(web: path),
                    try await bench.read(api: path, as: .taxDepartment),
                ]
                for answer in answers {
                    let base = try #require(try answer.json["policy_decision_point"]?.string)
                    #expect(base.hasPrefix("https://127.0.0.1:"))
                    #expect(
                        try answer.json["access_evaluations_endpoint"]?.string
                            == base + Self.many)
                }
            }
        }
    }
}
