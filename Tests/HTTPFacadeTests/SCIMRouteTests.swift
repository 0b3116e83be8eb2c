import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Officials
import OfficialsFakes
import Testing

@testable import HTTPFacade

extension Conversations {
    @Suite("the directory of officials over SCIM")
    struct SCIMRouteTests {
        private static let user = "urn:ietf:params:scim:schemas:core:2.0:User"
        private static let patch = "urn:ietf:params:scim:api:messages:2.0:PatchOp"

        private func create(
            _ bench: FacadeBench, _ name: String, roles: JSONValue = []
        ) async throws -> Curl.Exchange {
            try await bench.ask(
                "/scim/v2/Users", as: .housingAgency,
                [
                    "schemas": [.string(Self.user)], "userName": .string(name), "active": true,
                    "name": ["familyName": "Voorbeeld"], "roles": roles, "externalId": "hr-7",
                ], type: "application/scim+json")
        }

        private func change(
            _ bench: FacadeBench, _ id: String, _ operations: JSONValue
        ) async throws -> Curl.Exchange {
            try await bench.ask(
                "/scim/v2/Users/\(id)", as: .housingAgency,
                ["schemas": [.string(Self.patch)], "Operations": operations],
                type: "application/scim+json", ["-X", "PATCH"])
        }

        @Test("an official is entered, found, changed and taken out")
        func lives() async throws {
            try await FacadeBench.run { bench in
                let created = try await create(bench, "official-1", roles: [["value": "dpo"]])
                #expect(created.status == 201)
                #expect(created.header("content-type") == "application/scim+json")
                let id = try #require(try created.json["id"]?.string)
                #expect(created.header("location") == "/scim/v2/Users/\(id)")
                #expect(try created.json["roles"] == [["value": "dpo"]])
                #expect(try created.json["name"] == nil)
                #expect(try await create(bench, "official-1").status == 409)

                let read = try await bench.read(api: "/scim/v2/Users/\(id)", as: .housingAgency)
                #expect(try read.json == created.json)
                let query = "/scim/v2/Users?filter=userName%20eq%20%22official-1%22"
                let found = try await bench.read(api: query, as: .housingAgency)
                #expect(try found.json["totalResults"] == 1)
                #expect(try found.json["Resources"]?.array?.first == created.json)
                let asked = try await bench.ask(
                    "/scim/v2/Users/.search", as: .housingAgency,
                    ["filter": "userName eq \"nobody\""], type: "application/scim+json")
                #expect(try asked.json["totalResults"] == 0)

                let changed = try await change(
                    bench, id, [["op": "Replace", "path": "active", "value": false]])
                #expect(changed.status == 200)
                #expect(try changed.json["active"] == false)
                let removed = try await bench.read(
                    api: "/scim/v2/Users/\(id)", as: .housingAgency, ["-X", "DELETE"])
                #expect(removed.status == 204)
                #expect(removed.body.isEmpty)
                let gone = try await bench.read(api: "/scim/v2/Users/\(id)", as: .housingAgency)
                #expect(gone.status == 404)
                #expect(
                    try gone.json["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"])
                let entries = try await bench.log.bench.reader.entries().map(\.entry)
                #expect(
                    entries.map(\.kind) == [.officialChanged, .officialChanged, .officialChanged])
                #expect(!bench.lines.all.contains { $0.contains("official-1") })
            }
        }

        @Test("a national number stands in no URL, and is found by a POST")
        func keepsNumbersOutOfURLs() async throws {
            try await FacadeBench.run { bench in
                let number = "85500390193"
                _ = try await create(bench, number)
                for form in [number, "85.50.03-901.93"] {
                    let query = "/scim/v2/Users?filter=userName%20eq%20%22\(form)%22"
                    let refused = try await bench.read(api: query, as: .housingAgency)
                    #expect(refused.status == 400)
                    #expect(try refused.json["scimType"] == "invalidFilter")
                    #expect(!refused.body.contains(form))
                }
                let found = try await bench.ask(
                    "/scim/v2/Users/.search", as: .housingAgency,
                    ["filter": .string("userName eq \"\(number)\"")],
                    type: "application/scim+json")
                #expect(try found.json["totalResults"] == 1)
            }
        }

        @Test("the tokens of whoever has left are refused on the next request")
        func endsTokens() async throws {
            let question: JSONValue = [
                "plate": .string(SampleSubjects.plate),
                "purpose": "vehicle-tax", "select": ["vehicle.status"],
            ]
            try await FacadeBench.run { bench in
                let token = try bench.officials.field(bench.certificates)
                let created = try await create(bench, "official-1")
                let id = try #require(try created.json["id"]?.string)
                #expect(try await bench.ask("/v1/vehicles/get", question, token).status == 200)
                _ = try await change(bench, id, [["op": "replace", "value": ["active": "False"]]])
                let refused = try await bench.ask("/v1/vehicles/get", question, token)
                #expect(refused.status == 401)
                #expect(try refused.json["type"] == "urn:problem-type:belgif:invalidAccessToken")
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(metrics.contains("tokens_total{result=\"deactivated\"} 1"))
            }
        }

        @Test("what has the wrong shape gets SCIM's own error, and changes nothing")
        func refusesShapes() async throws {
            let operations: [(JSONValue, String)] = [
                ([], "invalidSyntax"), (7, "invalidSyntax"), ([7], "invalidSyntax"),
                ([["op": "move", "path": "active", "value": false]], "invalidSyntax"),
                ([["op": "replace", "path": "active"]], "invalidValue"),
                ([["op": "replace", "path": "active", "value": 0]], "invalidValue"),
                ([["op": "replace", "path": 7, "value": false]], "invalidPath"),
                ([["op": "replace", "path": "aktiv", "value": false]], "invalidPath"),
                ([["op": "replace", "path": "active.x", "value": false]], "invalidPath"),
                ([["op": "replace", "value": false]], "invalidValue"),
                ([["op": "replace", "value": ["aktiv": false]]], "invalidSyntax"),
                ([["op": "replace", "path": "userName", "value": "x"]], "mutability"),
                ([["op": "remove", "path": "active"]], "mutability"),
                ([["op": "remove"]], "invalidPath"),
                ([["op": "replace", "path": "roles", "value": ["king"]]], "invalidValue"),
                ([["op": "replace", "path": "active", "value": false, "x": 1]], "invalidSyntax"),
                (.array([JSONValue](repeating: ["op": "remove"], count: 101)), "tooMany"),
                (
                    [
                        ["op": "replace", "path": "active", "value": false],
                        ["op": "replace", "path": "active", "value": []],
                    ], "invalidValue"
                ),
            ]
            try await FacadeBench.run { bench in
                let created = try await create(bench, "official-1")
                let id = try #require(try created.json["id"]?.string)
                for (operations, kind) in operations {
                    let exchange = try await change(bench, id, operations)
                    #expect(exchange.status == 400)
                    #expect(try exchange.json["scimType"] == .string(kind))
                    #expect(try exchange.json["status"] == "400")
                }
                for text in ["", "{", "[]", "{}", "{\"schemas\":[],\"userName\":\"x\"}"] {
                    let exchange = try await bench.ask(
                        "/scim/v2/Users", as: .housingAgency, text: text)
                    #expect(exchange.status == 400)
                    #expect(try exchange.json["scimType"] == "invalidSyntax")
                }
                for filter in ["userName%20ne%20%22x%22", "active%20eq%20true", "%22", "%zz"] {
                    let exchange = try await bench.read(
                        api: "/scim/v2/Users?filter=\(filter)", as: .housingAgency)
                    #expect(exchange.status == 400)
                }
                let all = try await bench.read(api: "/scim/v2/Users", as: .housingAgency)
                #expect(try all.json["scimType"] == "tooMany")
                let read = try await bench.read(api: "/scim/v2/Users/\(id)", as: .housingAgency)
                #expect(try read.json == created.json)
                #expect(try await bench.storage.page(after: nil, limit: 10).count == 1)
            }
        }

        @Test("only an application that provisions may, and it is told in SCIM's form")
        func needsRole() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.read(
                    api: "/scim/v2/ServiceProviderConfig", as: .taxDepartment)
                #expect(exchange.status == 403)
                #expect(exchange.header("content-type") == "application/scim+json")
                #expect(try exchange.json["status"] == "403")
                for path in ["ServiceProviderConfig", "Schemas", "ResourceTypes"] {
                    let told = try await bench.read(api: "/scim/v2/\(path)", as: .housingAgency)
                    #expect(told.status == 200)
                    #expect(try told.json["schemas"]?.array?.isEmpty == false)
                }
                let unknown = try await bench.read(api: "/scim/v2/Groups", as: .housingAgency)
                #expect(unknown.status == 404)
                #expect(try unknown.json["status"] == "404")
            }
        }

        @Test("an official lends a role with a token, and without one is told so")
        func delegates() async throws {
            try await FacadeBench.run { bench in
                let order: JSONValue = [
                    "to": "official-2", "role": "dpo", "until": "2026-11-30", "reason": "holiday",
                ]
                let token = try bench.officials.field(bench.certificates)
                #expect(try await bench.ask("/v1/delegations", order).status == 401)
                #expect(try await bench.ask("/v1/delegations", order, token).status == 403)
                _ = try await create(bench, "official-1", roles: ["dpo"])
                // Who is unknown, who has left and oneself: one and the same answer.
                let left = try await create(bench, "official-4")
                let gone = try #require(try left.json["id"]?.string)
                _ = try await change(
                    bench, gone, [["op": "replace", "path": "active", "value": false]])
                var answers: Set<String> = []
                for name in ["official-2", "official-4", "official-1"] {
                    var order = order.object ?? [:]
                    order["to"] = .string(name)
                    let refused = try await bench.ask("/v1/delegations", .object(order), token)
                    #expect(refused.status == 403)
                    answers.insert(refused.body)
                }
                #expect(answers.count == 1)
                _ = try await create(bench, "official-2")
                let given = try await bench.ask("/v1/delegations", order, token)
                #expect(given.status == 201)
                let id = try #require(try given.json["delegationId"])
                let list = try await bench.read(
                    api: "/v1/delegations", as: .taxDepartment, token)
                #expect(try list.json["delegations"]?.array?.first == given.json)
                let standing = try await bench.officials.directory.standing(
                    of: try OfficialID(parsing: "official-2"))
                #expect(standing == .active(since: Timestamp(milliseconds: 0), roles: [.dpo]))
                let end: JSONValue = ["delegationId": id, "reason": "back"]
                let other = try bench.officials.field(bench.certificates, ["sub": "official-3"])
                // The directory holds others, so whoever it does not hold is nobody.
                #expect(try await bench.ask("/v1/delegations/end", end, other).status == 401)
                #expect(try await bench.ask("/v1/delegations/end", end, token).status == 200)
                #expect(try await bench.ask("/v1/delegations/end", end, token).status == 404)
                let kinds = try await bench.log.bench.reader.entries().map(\.entry.kind)
                #expect(kinds.filter { $0 == .delegationChanged }.count == 4)
                let named = try await bench.ask(
                    "/v1/delegations",
                    [
                        "from": "official-1", "to": "official-2", "role": "dpo",
                        "until": "2026-11-30", "reason": "holiday",
                    ], token)
                #expect(named.status == 403)
            }
        }
    }
}
