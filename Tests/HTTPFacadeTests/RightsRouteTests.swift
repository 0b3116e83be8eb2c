import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Gateway
import Testing

extension Conversations {
    /// The life of authorisations over the API.
    struct RightsRouteTests {
        private static let path = "/v1/authorisations"

        private func document(_ name: String = "tax-department") throws -> JSONValue {
            let authorisation = try #require(
                try FacadeBench.documents().first { $0.id.text == name })
            return try JSONValue(parsing: authorisation.canonicalJSON)
        }

        @Test("the DPO drafts and submits, the commission approves, and each step is in the log")
        func life() async throws {
            try await FacadeBench.run { bench in
                let drafted = try await bench.ask(Self.path, as: .dpoConsole, document())
                #expect(drafted.status == 201)
                #expect(drafted.header("location") == "/v1/authorisations/tax-department")
                let path = Self.path + "/tax-department"
                for (step, who, state) in [
                    ("submit", ApplicationName.dpoConsole, "submitted"),
                    ("approve", .housingAgency, "active"), ("suspend", .dpoConsole, "suspended"),
                    ("resume", .housingAgency, "active"), ("revoke", .housingAgency, "revoked"),
                ] {
                    let exchange = try await bench.ask(
                        "\(path)/\(step)", as: who, ["reason": "Deliberation 2026/17"])
                    #expect(exchange.status == 200, "\(step): \(exchange.body)")
                    #expect(try exchange.json["state"]?.string == state)
                }
                let shown = try await bench.read(api: path, as: .housingAgency).json
                #expect(shown["changes"]?.array?.count == 6)
                #expect(
                    shown["changes"]?.array?.last?["actor"] == "application:housing-agency")
                let list = try await bench.read(api: Self.path, as: .dpoConsole).json
                #expect(list["revision"] == 6)
                let kinds = try await bench.log.bench.reader.entries().map(\.entry.kind)
                #expect(kinds == Array(repeating: .rightChanged, count: 6))
                let said = bench.lines.all + [try await bench.read(operations: "/metrics").body]
                #expect(said.allSatisfy { !$0.contains("2026/17") })
            }
        }

        @Test("who may not take a step is told so, and nothing changes")
        func roles() async throws {
            try await FacadeBench.run { bench in
                #expect(
                    try await bench.ask(Self.path, as: .taxDepartment, document()).status == 403)
                #expect(
                    try await bench.ask(Self.path, as: .housingAgency, document()).status == 403)
                #expect(try await bench.read(api: Self.path, as: .taxDepartment).status == 403)
                _ = try await bench.ask(Self.path, as: .dpoConsole, document())
                let path = Self.path + "/tax-department"
                for (step, who) in [
                    ("approve", ApplicationName.dpoConsole), ("resume", .dpoConsole),
                    ("submit", .housingAgency), ("suspend", .housingAgency),
                    ("revoke", .taxDepartment),
                ] {
                    let exchange = try await bench.ask("\(path)/\(step)", as: who, [:])
                    #expect(exchange.status == 403)
                }
                #expect(try await bench.rights.history().revision == RightsRevision(1))
            }
        }

        @Test("what cannot be done is refused with its reason")
        func refusals() async throws {
            try await FacadeBench.run { bench in
                let path = Self.path + "/tax-department"
                #expect(try await bench.ask("\(path)/submit", as: .dpoConsole, [:]).status == 404)
                #expect(try await bench.read(api: path, as: .dpoConsole).status == 404)
                _ = try await bench.ask(Self.path, as: .dpoConsole, document())
                let early = try await bench.ask("\(path)/approve", as: .housingAgency, [:])
                #expect(early.status == 409)
                #expect(try early.json["reason"] == "wrongState")
                #expect(try early.json["state"] == "draft")
                let hash = JSONValue.string(String(repeating: "0", count: 64))
                let stale = try await bench.ask("\(path)/submit", as: .dpoConsole, ["hash": hash])
                #expect(try stale.json["reason"] == "otherVersion")
                for wrong in [
                    ["hash": "00"], ["validFrom": "2026-02-30"], ["reason": ""], ["other": 1],
                ] as [JSONValue] {
                    let exchange = try await bench.ask("\(path)/submit", as: .dpoConsole, wrong)
                    #expect(exchange.status == 400)
                }
                var broken = try #require(try document().object)
                broken["grants"] = ["attributes": ["person.shoeSize"]]
                let refused = try await bench.ask(Self.path, as: .dpoConsole, .object(broken))
                #expect(refused.status == 400)
                #expect(!refused.body.contains("shoeSize"))
                #expect(
                    try refused.json["issues"]?.array?.first?["name"] == "grants.attributes[0]")
            }
        }

        @Test("an explanation says what may be seen, and which right would be needed")
        func explanations() async throws {
            try await FacadeBench.run { bench in
                _ = try await bench.rights.adopt(FacadeBench.documents())
                let refused = try await bench.ask(
                    "/v1/rightsExplanations", as: .dpoConsole,
                    [
                        "application": "tax-department", "purpose": "vehicle-tax",
                        "select": ["person.name"],
                    ])
                #expect(refused.status == 200)
                #expect(try refused.json["decision"] == "refused")
                let seen = try await bench.ask(
                    "/v1/rightsExplanations", as: .dpoConsole, ["application": "housing-agency"])
                #expect(try seen.json["rights"]?.array?.first?["populationIsLookedUp"] == true)
                let unknown = try await bench.ask(
                    "/v1/rightsExplanations", as: .dpoConsole, ["application": "nobody"])
                #expect(unknown.status == 400)
            }
        }
    }
}
