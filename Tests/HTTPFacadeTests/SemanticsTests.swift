import AccessRights
import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import Facts
import Testing

extension Conversations {
    /// What a request means, sentence by sentence.
    struct SemanticsTests {
        private static func household(_ select: [String]) -> JSONValue {
            [
                "ssin": .string(SampleSubjects.resident), "purpose": "social-housing",
                "dossier": "2026/1", "select": .array(select.map { .string($0) }),
            ]
        }

        private static func person(_ select: [String]) -> JSONValue { household(select) }

        @Test("attributes go by their exact names: a part, another case, a wild card are unknown")
        func exactNames() async throws {
            try await FacadeBench.run { bench in
                for name in ["person.nam", "Person.name", "person.*", "name", "person.name ", ""] {
                    let exchange = try await bench.ask(
                        "/v1/persons/get", as: .housingAgency, Self.person(["person.name", name]))
                    #expect(exchange.status == 400, "\(name)")
                    let issue = try exchange.json["issues"]?.array?.first
                    #expect(issue?["name"] == "select[1]")
                }
                #expect(bench.sources.questions == 0)
                #expect(await bench.storage.entries.isEmpty)
            }
        }

        @Test("a group means all of its attributes, and the log says each")
        func group() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/households/get", as: .housingAgency, Self.household(["household"]))
                #expect(exchange.status == 200)
                let asked = try await Self.asked(bench).last
                #expect(
                    asked?.request.attributes == AttributeGroup.household.attributes.sorted())
            }
        }

        @Test("one attribute outside the right refuses the whole request, and is named")
        func refusesWhole() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/persons/get", as: .housingAgency,
                    Self.person(["person.name", "person.birthDate", "person.civilState"]))
                #expect(exchange.status == 403)
                let problem = try exchange.json
                #expect(
                    problem["reasons"] == [
                        ["attribute": "person.birthDate", "code": "attributeNotGranted"],
                        ["attribute": "person.civilState", "code": "attributeNotGranted"],
                    ])
                #expect(problem["person"] == nil)
                #expect(bench.sources.questions == 0)
                let group = try await bench.ask(
                    "/v1/persons/get", as: .housingAgency, Self.person(["person"]))
                #expect(group.status == 403)
            }
        }

        @Test("what was asked for and is empty is absent, and stands in the log all the same")
        func emptyIsAbsent() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/vehicles/get",
                    [
                        "plate": .string(SampleSubjects.plate), "purpose": "vehicle-tax",
                        "select": ["vehicle.make", "vehicle.model"],
                    ])
                #expect(exchange.status == 200)
                #expect(
                    try exchange.json["vehicle"]
                        == ["make": "VOORBEELD", "plate": .string(SampleSubjects.plate)])
                let asked = try await Self.asked(bench).last
                #expect(asked?.request.attributes == [.vehicleMake, .vehicleModel])
            }
        }

        @Test("a name that is said twice is one")
        func twice() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/persons/get", as: .housingAgency,
                    Self.person(["person.name", "person.name"]))
                #expect(exchange.status == 200)
                #expect(try await Self.asked(bench).last?.request.attributes == [.personName])
            }
        }

        private static func asked(_ bench: FacadeBench) async throws -> [Asked] {
            try await bench.storage.entries.compactMap { stored in
                if case .asked(let asked) = try Entry(parsing: stored.bytes).body {
                    asked
                } else {
                    nil
                }
            }
        }
    }
}
