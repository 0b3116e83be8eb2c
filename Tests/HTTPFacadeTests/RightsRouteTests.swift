import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Gateway
import Officials
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
                    var order: JSONObject = ["reason": "Deliberation 2026/17"]
                    if step == "approve" { order["hash"] = try drafted.json["hash"] }
                    let exchange = try await bench.ask(
                        "\(path)/\(step)", as: who, .object(order))
                    #expect(exchange.status == 200, "\(step): \(exchange.body)")
                    #expect(try exchange.json["state"]?.string == state)
                }
                let shown = try await bench.read(api: path, as: .housingAgency).json
                #expect(shown["changes"]?.array?.count == 6)
                let last = try #require(shown["changes"]?.array?.last)
                #expect(last["by"] == "application" && last["application"] == "housing-agency")
                #expect(last["reason"] == nil)
                let consults = try await bench.log.bench.reader.entries().map(\.entry.consult)
                #expect(
                    shown["changes"]?.array?.map { $0["consultId"]?.string }
                        == consults.map(\.uuid.text))
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
                let hash = JSONValue.string(String(repeating: "0", count: 64))
                let unseen = try await bench.ask("\(path)/approve", as: .housingAgency, [:])
                #expect(unseen.status == 400)
                #expect(try unseen.json["issues"]?.array?.first?["name"] == "hash")
                let present = try await bench.read(api: path, as: .dpoConsole).json["hash"]
                let early = try await bench.ask(
                    "\(path)/approve", as: .housingAgency, ["hash": present ?? .null])
                #expect(early.status == 409)
                #expect(try early.json["reason"] == "wrongState")
                #expect(try early.json["state"] == "draft")
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

        @Test("a comparison says what a document would change, and keeps nothing of it")
        func compares() async throws {
            try await FacadeBench.run { bench in
                let path = "/v1/authorisationComparisons"
                let new = try await bench.ask(path, as: .dpoConsole, document())
                #expect(new.status == 200)
                #expect(try new.json["differences"] == nil)
                #expect(try await bench.rights.history().revision == .start)
                let drafted = try await bench.ask(Self.path, as: .dpoConsole, document())
                #expect(try new.json["hash"] == drafted.json["hash"])
                let same = try await bench.ask(path, as: .dpoConsole, document())
                #expect(try same.json["differences"] == [])
                var changed = try #require(try document().object)
                changed["grants"] = ["attributes": ["person.name"]]
                let other = try await bench.ask(path, as: .dpoConsole, .object(changed))
                #expect(try other.json["differences"]?.array?.isEmpty == false)
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

        @Test(
            "where tokens are accepted, what counts for four eyes needs one, and what ends does not"
        )
        func officials() async throws {
            try await FacadeBench.run(identifiesOfficials: true) { bench in
                func token(
                    _ official: String, _ application: ApplicationName
                ) throws -> [String] {
                    try bench.officials.field(
                        bench.certificates, boundTo: application, ["sub": official])
                }
                let path = Self.path + "/tax-department"
                let nameless = try await bench.ask(Self.path, as: .dpoConsole, document())
                #expect(nameless.status == 401)
                #expect(
                    try nameless.json["type"] == "urn:problem-type:belgif:noAccessToken")
                #expect(try await bench.rights.history().revision == .start)
                let anna = try token("anna", .dpoConsole)
                let drafted = try await bench.ask(Self.path, as: .dpoConsole, document(), anna)
                #expect(drafted.status == 201)
                let order: JSONValue = ["hash": try #require(try drafted.json["hash"])]
                #expect(
                    try await bench.ask("\(path)/submit", as: .dpoConsole, order).status == 401)
                #expect(
                    try await bench.ask("\(path)/submit", as: .dpoConsole, order, anna).status
                        == 200)
                // One person, through the application of another organisation.
                #expect(
                    try await bench.ask("\(path)/approve", as: .housingAgency, order).status
                        == 401)
                let own = try await bench.ask(
                    "\(path)/approve", as: .housingAgency, order,
                    token("anna", .housingAgency))
                #expect(try own.json["reason"] == "fourEyes")
                let other = try await bench.ask(
                    "\(path)/approve", as: .housingAgency, order,
                    token("bert", .housingAgency))
                #expect(other.status == 200)
                #expect(
                    try await bench.ask("\(path)/suspend", as: .dpoConsole, [:]).status == 200)
                #expect(
                    try await bench.ask("\(path)/resume", as: .housingAgency, [:]).status == 401)
                #expect(
                    try await bench.ask("\(path)/revoke", as: .dpoConsole, [:]).status == 200)
            }
        }

        @Test("once officials have roles, an official needs the role of the step as well")
        func officialRoles() async throws {
            try await FacadeBench.run(identifiesOfficials: true) { bench in
                func token(
                    _ official: String, _ application: ApplicationName
                ) throws -> [String] {
                    try bench.officials.field(
                        bench.certificates, boundTo: application, ["sub": official])
                }
                let orderer = Orderer(official: try OfficialID(parsing: "application:hr"))
                for (name, role) in [
                    ("anna", OfficialRole.dpo), ("bert", .controlCommission),
                    ("desk", .parkingDesk),
                ] {
                    _ = try await bench.officials.directory.enter(
                        NewOfficial(userName: OfficialID(parsing: name), roles: [role]),
                        for: orderer)
                }
                let path = Self.path + "/tax-department"
                // Whom a directory that is kept does not hold is no official at all.
                for (stranger, status) in [("desk", 403), ("bert", 403), ("nobody", 401)] {
                    let refused = try await bench.ask(
                        Self.path, as: .dpoConsole, document(), token(stranger, .dpoConsole))
                    #expect(refused.status == status, "\(stranger)")
                }
                #expect(
                    try await bench.read(
                        api: Self.path, as: .dpoConsole, token("desk", .dpoConsole)
                    ).status == 403)
                let anna = try token("anna", .dpoConsole)
                let drafted = try await bench.ask(Self.path, as: .dpoConsole, document(), anna)
                #expect(drafted.status == 201)
                let order: JSONValue = ["hash": try #require(try drafted.json["hash"])]
                _ = try await bench.ask("\(path)/submit", as: .dpoConsole, order, anna)
                for (stranger, status) in [("desk", 403), ("anna", 403), ("nobody", 401)] {
                    let refused = try await bench.ask(
                        "\(path)/approve", as: .housingAgency, order,
                        token(stranger, .housingAgency))
                    #expect(refused.status == status, "\(stranger)")
                }
                let approved = try await bench.ask(
                    "\(path)/approve", as: .housingAgency, order,
                    token("bert", .housingAgency))
                #expect(approved.status == 200)
                let ended = try await bench.ask(
                    "\(path)/suspend", as: .dpoConsole, [:], token("desk", .dpoConsole))
                #expect(ended.status == 403)
            }
        }

        /// The commission's application is registered for the organisation of the DPO's.
        private static func oneForBoth(_ register: ApplicationRegister) -> ApplicationRegister {
            let applications = register.applications.map { application in
                guard application.id.text == "housing-agency",
                    let other = try? EnterpriseNumber(parsing: "1990000431")
                else { return application }
                return RegisteredApplication(
                    id: application.id, organisation: other,
                    organisationName: application.organisationName, contact: application.contact,
                    certificates: application.certificates, roles: application.roles)
            }
            return (try? ApplicationRegister(applications)) ?? register
        }

        @Test("without tokens two applications of one organisation are one pair of eyes")
        func oneOrganisation() async throws {
            try await FacadeBench.run(applications: Self.oneForBoth) { bench in
                let path = Self.path + "/tax-department"
                let drafted = try await bench.ask(Self.path, as: .dpoConsole, document())
                let order: JSONValue = ["hash": try #require(try drafted.json["hash"])]
                _ = try await bench.ask("\(path)/submit", as: .dpoConsole, order)
                let approved = try await bench.ask(
                    "\(path)/approve", as: .housingAgency, order)
                #expect(try approved.json["reason"] == "fourEyes")
            }
        }

        @Test("a document that is wrong gets its problem, is counted, and changes nothing")
        func badDocuments() async throws {
            try await FacadeBench.run { bench in
                let text = String(decoding: try document().canonicalBytes(), as: UTF8.self)
                let wrong = [
                    (text.replacing("\"until\":\"20", with: "\"until\":\"19"), "validity.until"),
                    (text.replacing("vehicle.make", with: "vehicle.shoeSize"), "grants.attributes"),
                    (
                        text.replacing("{\"applications\"", with: "{\"id\":\"x\",\"applications\""),
                        ""
                    ),
                    ("\"&a [*a, *a]\"", ""), ("[" + text + "]", ""), ("", ""),
                ]
                for (body, place) in wrong {
                    let exchange = try await bench.ask(Self.path, as: .dpoConsole, text: body)
                    #expect(exchange.status == 400, "\(body.prefix(40))")
                    #expect(try exchange.json["type"] == "urn:problem-type:belgif:badRequest")
                    let names = try exchange.json["issues"]?.array?.map { $0["name"]?.string ?? "" }
                    #expect(place.isEmpty || names?.first?.hasPrefix(place) == true)
                }
                #expect(try await bench.rights.history().revision == .start)
                #expect(try await bench.log.bench.reader.entries().isEmpty)
                let metrics = try await bench.read(operations: "/metrics").body
                let counted = metrics.split(separator: "\n").first { line in
                    line.contains("/v1/authorisations\"") && line.contains("POST")
                        && line.contains("400") && !line.contains("bucket")
                }
                #expect(counted?.hasSuffix(" \(wrong.count)") == true, "\(counted ?? "none")")
            }
        }
    }
}
