import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Testing

extension Conversations {
    /// Questions over mutual TLS, and what comes of them.
    struct ConversationTests {
        private static func vehicle(_ plate: String, _ select: JSONValue = ["vehicle.make"])
            -> JSONValue
        {
            ["plate": .string(plate), "select": select, "purpose": "vehicle-tax"]
        }

        @Test("an application with a right gets the facts that it selected, and no others")
        func facts() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/vehicles/get",
                    Self.vehicle("1-syn-900", ["vehicle.make", "vehicle.status"]))
                #expect(exchange.status == 200)
                #expect(exchange.header("content-type") == "application/json")
                let answer = try exchange.json
                #expect(
                    answer["vehicle"]
                        == ["make": "VOORBEELD", "plate": "1SYN900", "status": "registered"])
                #expect(answer["consultId"]?.string?.utf8.count == 36)
                #expect(answer["asOf"] == .string(LogBench.time.text))
                #expect(await bench.storage.entries.count == 2)
            }
        }

        @Test(
            "a group stands for all of its attributes; a person's answer leaves out what is absent")
        func persons() async throws {
            try await FacadeBench.run { bench in
                let person = try await bench.ask(
                    "/v1/persons/get", as: .housingAgency,
                    [
                        "ssin": .string(SampleSubjects.resident), "purpose": "social-housing",
                        "dossier": "2026/1", "select": ["person.name", "person.mainResidence"],
                    ])
                #expect(person.status == 200)
                let fact = try person.json["person"]
                #expect(fact?["mainResidence"]?["since"] == "2014-00-00")
                #expect(fact?["managingMunicipality"] == nil)
                let household = try await bench.ask(
                    "/v1/households/get", as: .housingAgency,
                    [
                        "ssin": .string(SampleSubjects.resident), "purpose": "social-housing",
                        "dossier": "2026/1", "select": ["household"],
                    ])
                #expect(household.status == 200)
                #expect(try household.json["household"]?["members"]?.array?.count == 1)
            }
        }

        @Test("a refusal names what is missing, and is recorded")
        func refused() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/persons/get", as: .housingAgency,
                    [
                        "ssin": .string(SampleSubjects.resident), "purpose": "social-housing",
                        "select": ["person.civilState"],
                    ])
                #expect(exchange.status == 403)
                let problem = try exchange.json
                #expect(
                    problem["reasons"] == [
                        ["attribute": "person.civilState", "code": "attributeNotGranted"],
                        ["code": "dossierRequired"],
                    ])
                #expect(problem["consultId"]?.string != nil)
                #expect(bench.sources.questions == 0)
                #expect(await bench.storage.entries.count == 1)
            }
        }

        @Test(
            "each way in which a source gives nothing has its status, with the consult",
            arguments: [
                (SampleSubjects.unknownPlate, 404, "resourceNotFound"),
                (SampleSubjects.silentPlate, 503, "serviceUnavailable"),
                (SampleSubjects.garbledPlate, 502, "badGateway"),
                (SampleSubjects.forbiddenPlate, 502, "badGateway"),
            ])
        func nothing(plate: String, status: Int, type: String) async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask("/v1/vehicles/get", Self.vehicle(plate))
                #expect(exchange.status == status)
                let problem = try exchange.json
                #expect(problem["type"] == .string("urn:problem-type:belgif:\(type)"))
                #expect(problem["consultId"]?.string != nil)
                #expect((exchange.header("retry-after") != nil) == (status == 503))
                #expect(!exchange.output.contains(plate))
                #expect(await bench.storage.entries.count == 2)
            }
        }

        @Test("without a record there is no answer, and no source was asked")
        func notRecorded() async throws {
            try await FacadeBench.run { bench in
                await bench.storage.fail(.notWritten(.diskFull))
                let exchange = try await bench.ask(
                    "/v1/vehicles/get", Self.vehicle(SampleSubjects.plate))
                #expect(exchange.status == 503)
                #expect(try exchange.json["consultId"]?.string != nil)
                #expect(bench.sources.questions == 0)
            }
        }

        @Test("a verification says yes, no, or null with its reason")
        func verifications() async throws {
            try await FacadeBench.run { bench in
                func verify(_ body: JSONValue) async throws -> JSONValue {
                    let exchange = try await bench.ask(
                        "/v1/verifications", as: .parkingSchaerbeek, body)
                    #expect(exchange.status == 200)
                    return try exchange.json
                }
                func isRegistered(_ plate: String) -> JSONValue {
                    [
                        "predicate": "vehicleIsRegistered", "plate": .string(plate),
                        "purpose": "parking-cards",
                    ]
                }
                #expect(try await verify(isRegistered(SampleSubjects.plate))["answer"] == true)
                #expect(
                    try await verify(isRegistered(SampleSubjects.unknownPlate))["answer"] == false)
                let unknown = try await verify(isRegistered(SampleSubjects.silentPlate))
                #expect(unknown["answer"] == .null)
                #expect(unknown["reason"] == "sourceUnavailable")
                #expect(
                    try await verify([
                        "predicate": "isResidentOf", "ssin": .string(SampleSubjects.resident),
                        "municipality": "21015", "purpose": "parking-cards",
                    ])["answer"] == true)
            }
        }

        @Test("an assessment without a regulation names the municipality as unknown")
        func assessments() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/parkingCards/assessments", as: .parkingSchaerbeek,
                    [
                        "municipality": "21015", "cardType": "resident",
                        "applicant": ["ssin": .string(SampleSubjects.resident)],
                        "vehicle": ["plate": "1SYN900"], "purpose": "parking-cards",
                    ])
                #expect(exchange.status == 400)
                #expect(try exchange.json["issues"]?.array?.first?["name"] == "municipality")
            }
        }

        @Test("what an official declares needs a token that names one; the refusal is logged")
        func declarations() async throws {
            try await FacadeBench.run { bench in
                let body: JSONValue = [
                    "municipality": "21015", "cardType": "resident",
                    "applicant": ["ssin": .string(SampleSubjects.resident)],
                    "vehicle": ["plate": "1SYN900"], "purpose": "parking-cards",
                    "declarations": [
                        [
                            "question": "hasMandate", "answer": true, "from": "2026-01-01",
                            "until": "2026-12-31",
                        ]
                    ],
                ]
                let path = "/v1/parkingCards/assessments"
                let refused = try await bench.ask(path, as: .parkingSchaerbeek, body)
                #expect(refused.status == 403)
                #expect(refused.output.contains("officialRequired"))
                #expect(try refused.json["consultId"]?.string != nil)
                #expect(try await bench.log.bench.reader.entries().last?.entry.kind == .refused)
                let token = try bench.officials.field(
                    bench.certificates, boundTo: .parkingSchaerbeek)
                let heard = try await bench.ask(path, as: .parkingSchaerbeek, body, token)
                #expect(try heard.json["issues"]?.array?.first?["name"] == "municipality")
            }
        }
    }
}
