import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import LogSearch
import Officials
import OfficialsFakes
import Testing

@testable import HTTPFacade

extension Conversations {
    @Suite("tokens of officials over real connections")
    struct TokenRouteTests {
        private let question: JSONValue = [
            "plate": .string(SampleSubjects.plate),
            "purpose": "vehicle-tax", "select": ["vehicle.status"],
        ]

        @Test("the official of a token stands in the log, and an asker without one does not")
        func names() async throws {
            try await FacadeBench.run { bench in
                let token = try bench.officials.field(bench.certificates)
                let exchange = try await bench.ask("/v1/vehicles/get", question, token)
                #expect(exchange.status == 200)
                #expect(try await officials(bench) == ["official-1"])
                _ = try await bench.ask("/v1/vehicles/get", question)
                #expect(try await officials(bench).allSatisfy { $0 == "official-1" })
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(
                    metrics.contains("onlyonce_official_tokens_total{result=\"accepted\"} 1"))
                #expect(!metrics.contains("official-1"))
                #expect(!bench.lines.all.contains { $0.contains("official-1") })
            }
        }

        @Test("a token that is not good is a 401 of its own kind, is counted, and changes nothing")
        func refuses() async throws {
            let past = LogBench.time.milliseconds / 1000 - 4000
            let cases: [([String: (any Sendable)?], Int, String, String, String)] = [
                (["aud": "x"], 401, "invalidAccessToken", "invalid_token", "wrongAudience"),
                (["iss": "x"], 401, "invalidAccessToken", "invalid_token", "wrongIssuer"),
                (
                    ["exp": past, "iat": past - 9], 401, "expiredAccessToken", "invalid_token",
                    "expired"
                ),
                (["cnf": nil], 401, "invalidAccessToken", "invalid_token", "notBound"),
                (["scope": "x"], 403, "missingScope", "insufficient_scope", "missingScope"),
                (["sub": nil], 401, "invalidAccessToken", "invalid_token", "noOfficial"),
            ]
            try await FacadeBench.run { bench in
                for (changes, status, type, error, reason) in cases {
                    let token = try bench.officials.field(bench.certificates, changes)
                    let exchange = try await bench.ask("/v1/vehicles/get", question, token)
                    #expect(exchange.status == status)
                    let problem = try exchange.json
                    #expect(problem["type"] == .string("urn:problem-type:belgif:\(type)"))
                    let challenge = exchange.header("www-authenticate")
                    #expect(challenge?.contains("error=\"\(error)\"") == true)
                    let metrics = try await bench.read(operations: "/metrics").body
                    #expect(metrics.contains("tokens_total{result=\"\(reason)\"} 1"))
                }
                let scope = try bench.officials.field(bench.certificates, ["scope": nil])
                let missing = try await bench.ask("/v1/vehicles/get", question, scope)
                #expect(try missing.json["requiredScopes"] == ["onlyonce"])
                #expect(try await bench.storage.page(after: nil, limit: 10).isEmpty)
                #expect(bench.sources.questions == 0)
            }
        }

        @Test("no algorithm but those allowed, no other client's token, no other scheme")
        func refusesAbuse() async throws {
            try await FacadeBench.run { bench in
                let secret = bench.officials.mint.publishedRSA
                let fields = [
                    try bench.officials.field(bench.certificates, signed: .none),
                    try bench.officials.field(bench.certificates, signed: .rs256),
                    try bench.officials.field(bench.certificates, signed: .hmac(secret)),
                    try bench.officials.field(bench.certificates, signed: .another),
                    try bench.officials.field(bench.certificates, boundTo: .dpoConsole),
                    ["-H", "Authorization: Basic dXNlcjpwYXNz"], ["-H", "Authorization: Bearer"],
                    ["-H", "Authorization: Bearer a.b.c"],
                    try bench.officials.field(bench.certificates)
                        + ["-H", "Authorization: Bearer e30.e30.AA"],
                ]
                for field in fields {
                    let exchange = try await bench.ask("/v1/vehicles/get", question, field)
                    #expect(exchange.status == 401)
                    #expect(
                        try exchange.json["type"]
                            == "urn:problem-type:belgif:invalidAccessToken")
                }
                #expect(try await bench.storage.page(after: nil, limit: 10).isEmpty)
            }
        }

        @Test("while the keys cannot be had nobody is believed and nobody is refused")
        func needsKeys() async throws {
            for failure in [KeySetFailure.unreachable, .tooLarge] {
                try await FacadeBench.run { bench in
                    bench.officials.keys.answer(.failure(failure))
                    let token = try bench.officials.field(bench.certificates)
                    let exchange = try await bench.ask("/v1/vehicles/get", question, token)
                    #expect(exchange.status == 503)
                    #expect(exchange.header("retry-after") == "10")
                    #expect(try await bench.storage.page(after: nil, limit: 10).isEmpty)
                }
            }
        }

        @Test("the auditor is the official of the token, and the application without one")
        func audits() async throws {
            try await FacadeBench.run { bench in
                let query: JSONValue = ["reason": "complaint", "kind": "asked"]
                let token = try bench.officials.field(bench.certificates, boundTo: .dpoConsole)
                _ = try await bench.ask("/v1/consults/query", as: .dpoConsole, query, token)
                _ = try await bench.ask("/v1/consults/query", as: .dpoConsole, query)
                #expect(
                    bench.log.search.asked.map(\.auditor.official.text)
                        == ["official-1", "application:dpo-console"])
            }
        }

        @Test("who declares for an application works at the parking desk")
        func declares() async throws {
            try await FacadeBench.run { bench in
                let application: JSONValue = [
                    "municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
                    "applicant": ["ssin": .string(SampleSubjects.resident)],
                    "vehicle": ["plate": .string(SampleSubjects.plate)],
                    "declarations": [
                        [
                            "question": "isSharedCar", "answer": true, "from": "2026-01-01",
                            "until": "2026-12-31",
                        ]
                    ],
                ]
                let fields =
                    try bench.officials.field(bench.certificates) + ["-H", "Idempotency-Key: a"]
                func apply() async throws -> Int? {
                    try await bench.ask(
                        "/v1/parkingCards/applications", application, fields
                    ).status
                }
                #expect(try await apply() == 403)
                _ = try await bench.officials.directory.enter(
                    NewOfficial(
                        userName: try OfficialID(parsing: "official-1"), roles: [.parkingDesk]),
                    for: Orderer(official: try OfficialID(parsing: "unix:0")))
                // The register is silent, which is past the desk.
                #expect(try await apply() == 503)
            }
        }

        private func officials(_ bench: FacadeBench) async throws -> [String] {
            var names: Set<String> = []
            for listed in try await bench.log.bench.reader.entries() {
                let field = try? listed.entry.open(.official, using: bench.log.bench.keys)
                if case .official(let official)? = field?.value { names.insert(official.text) }
            }
            return names.sorted()
        }
    }
}
