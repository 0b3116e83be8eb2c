import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Testing

extension Conversations {
    /// Dossiers over the API, and the rights that depend on them.
    struct ReferenceRouteTests {
        private static func opening(
            _ change: (inout JSONObject) -> Void = { _ in }
        ) -> JSONValue {
            var body: JSONObject = [
                "kind": "housing-application",
                "subject": ["ssin": .string(SampleSubjects.resident)],
                "dossier": "2026/17", "until": "2027-06-30", "purpose": "housing-allocation",
            ]
            change(&body)
            return .object(body)
        }

        private static let name: JSONValue = [
            "ssin": .string(SampleSubjects.resident), "purpose": "housing-allocation",
            "dossier": "2026/17", "select": ["person.name"],
        ]

        @Test("a right about holders of a dossier holds while the dossier is open")
        func whileOpen() async throws {
            try await FacadeBench.run { bench in
                func asked() async throws -> Int? {
                    try await bench.ask("/v1/persons/get", as: .housingAgency, Self.name).status
                }
                #expect(try await asked() == 403)
                let opened = try await bench.ask(
                    "/v1/references/open", as: .housingAgency, Self.opening())
                #expect(opened.status == 200)
                let reference = try opened.json
                #expect(reference["from"] == "2026-11-21" && reference["until"] == "2027-06-30")
                #expect(reference["consultId"]?.string != nil)
                #expect(!opened.output.contains(SampleSubjects.resident))
                let id = try #require(reference["referenceId"])
                #expect(try await asked() == 200)
                let other = try await bench.ask(
                    "/v1/references/close", as: .taxDepartment,
                    ["referenceId": id, "purpose": "vehicle-tax"])
                #expect(other.status == 404)
                let closed = try await bench.ask(
                    "/v1/references/close", as: .housingAgency,
                    ["referenceId": id, "purpose": "housing-allocation"])
                #expect(closed.status == 200)
                #expect(try closed.json["closed"]?.string != nil)
                #expect(try await asked() == 403)
            }
        }

        @Test("without a right to open the kind, or for too long, nothing is opened")
        func refused() async throws {
            try await FacadeBench.run { bench in
                let cases: [(JSONValue, JSONValue)] = [
                    (
                        Self.opening { $0["kind"] = "other" },
                        ["code": "referenceNotGranted", "kind": "other"]
                    ),
                    (
                        Self.opening { $0["until"] = "2030-01-01" },
                        ["code": "referenceTooLong", "kind": "housing-application"]
                    ),
                ]
                for (body, reason) in cases {
                    let exchange = try await bench.ask(
                        "/v1/references/open", as: .housingAgency, body)
                    #expect(exchange.status == 403)
                    #expect(try exchange.json["reasons"] == [reason])
                }
            }
        }

        @Test("a wrong field is named, and nothing is logged")
        func badInput() async throws {
            try await FacadeBench.run { bench in
                let cases: [(JSONValue, String)] = [
                    (Self.opening { $0["until"] = "2026-11-20" }, "until"),
                    (Self.opening { $0["kind"] = "Housing" }, "kind"),
                    (Self.opening { $0["subject"] = [:] }, "subject"),
                    (
                        Self.opening {
                            $0["subject"] = [
                                "ssin": .string(SampleSubjects.resident), "plate": "1SYN900",
                            ]
                        }, "subject"
                    ),
                ]
                for (body, field) in cases {
                    let exchange = try await bench.ask(
                        "/v1/references/open", as: .housingAgency, body)
                    #expect(exchange.status == 400)
                    #expect(try exchange.json["issues"]?.array?.first?["name"] == .string(field))
                    #expect(!exchange.output.contains(SampleSubjects.resident))
                }
                let unknown = try await bench.ask(
                    "/v1/references/close", as: .housingAgency,
                    [
                        "referenceId": "019aa5c2-7c00-7a3e-8f21-4b5c6d7e8f90",
                        "purpose": "housing-allocation",
                    ])
                #expect(unknown.status == 404)
                #expect(await bench.storage.entries.isEmpty)
            }
        }

        @Test("the questions about places, sizes and functions")
        func verifications() async throws {
            try await FacadeBench.run { bench in
                _ = try await bench.ask("/v1/references/open", as: .housingAgency, Self.opening())
                func verify(_ members: JSONObject) async throws -> JSONValue {
                    var body = members
                    body["ssin"] = .string(SampleSubjects.resident)
                    body["purpose"] = "housing-allocation"
                    body["dossier"] = "2026/17"
                    return try await bench.ask(
                        "/v1/verifications", as: .housingAgency, .object(body)
                    ).json
                }
                let address: JSONValue = [
                    "street": "VOORBEELDSTRAAT", "houseNumber": "12", "postCode": "1030",
                ]
                #expect(
                    try await verify(["predicate": "livesAt", "address": address])["answer"]
                        == true)
                #expect(try await verify(["predicate": "householdSize"])["answer"] == 1)
                let function = try await verify([
                    "predicate": "holdsFunctionIn", "enterpriseNumber": "0200000043",
                ])
                #expect(function["status"] == 403)
            }
        }
    }
}
