import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import Testing

extension Conversations {
    /// Parameters in a URL, which no operation with a body takes.
    struct QueryTests {
        private static let body: JSONValue = [
            "plate": .string(SampleSubjects.plate), "select": ["vehicle.make"],
            "purpose": "vehicle-tax",
        ]

        @Test("each is named in a problem, and its value is not said")
        func named() async throws {
            try await FacadeBench.run { bench in
                let secret = SampleSubjects.resident
                let exchange = try await bench.ask(
                    "/v1/vehicles/get?ssin=\(secret)&dryRun&ssin=2&\(secret)=1&\(secret)", Self.body
                )
                #expect(exchange.status == 400)
                #expect(exchange.header("content-type") == "application/problem+json")
                #expect(!exchange.output.contains(secret))
                let problem = try exchange.json
                #expect(problem["type"] == "urn:problem-type:belgif:badRequest")
                let issues = try #require(problem["issues"]?.array)
                #expect(Set(issues.compactMap { $0["name"]?.string }) == ["ssin", "dryRun", "…"])
                #expect(issues.count == 3)
                for issue in issues {
                    #expect(issue["in"] == "query")
                    #expect(
                        issue["type"] == "urn:problem-type:belgif:input-validation:unknownInput")
                    #expect(issue["value"] == nil)
                }
                #expect(bench.sources.questions == 0)
                #expect(await bench.storage.entries.isEmpty)
            }
        }

        @Test("a name is shown as it was written, and an empty one not at all")
        func names() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask("/v1/vehicles/get?a/b~c=1&=x&7=1", Self.body)
                #expect(exchange.status == 400)
                let issues = try #require(try exchange.json["issues"]?.array)
                #expect(issues.map { $0["name"]?.string } == ["a/b~c", nil, "7"])
            }
        }

        @Test("a stranger learns nothing of them, and a bare question mark asks nothing")
        func others() async throws {
            try await FacadeBench.run { bench in
                let stranger = try await bench.ask(
                    "/v1/vehicles/get?a=1", as: .stranger, Self.body)
                #expect(stranger.status == 403)
                #expect(try await bench.ask("/v1/vehicles/get?", Self.body).status == 200)
                #expect(try await bench.read(operations: "/health?verbose=1").status == 200)
            }
        }

        @Test("a flood of them is named in part")
        func many() async throws {
            try await FacadeBench.run { bench in
                let names = (0..<500).map { "p\($0)" }.joined(separator: "&")
                let exchange = try await bench.ask("/v1/vehicles/get?\(names)", Self.body)
                #expect(exchange.status == 400)
                #expect(try exchange.json["issues"]?.array?.count == 10)
            }
        }
    }
}
