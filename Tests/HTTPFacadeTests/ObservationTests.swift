import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import DevelopmentCertificates
import HTTPFacade
import TestSupport
import Testing

extension Conversations {
    /// What an exchange leaves behind: names in its header, a line in the log, a count.
    struct ObservationTests {
        private static let body: JSONValue = [
            "plate": .string(SampleSubjects.plate), "select": ["vehicle.make"],
            "purpose": "vehicle-tax",
        ]
        private static let uuid = "d9e35127-e9b1-4201-a211-2b52e52508df"

        @Test("every answer has a new trace id; the request's own comes back when it is a UUID")
        func traces() async throws {
            try await FacadeBench.run { bench in
                let first = try await bench.ask(
                    "/v1/vehicles/get", Self.body, ["-H", "BelGov-Trace-Id: \(Self.uuid)"])
                let second = try await bench.ask(
                    "/v1/vehicles/get", Self.body,
                    ["-H", "BelGov-Trace-Id: \(SampleSubjects.resident)"])
                let names = [first, second].compactMap { $0.header("belgov-trace-id") }
                #expect(Set(names).count == 2)
                #expect(names.allSatisfy { $0.utf8.count == 36 })
                #expect(first.header("belgov-related-trace-id") == Self.uuid)
                #expect(second.header("belgov-related-trace-id") == nil)
                #expect(!second.output.contains(SampleSubjects.resident))
                let stored = await bench.storage.entries.map {
                    String(decoding: $0.bytes, as: UTF8.self)
                }
                #expect(stored.first?.contains(Self.uuid) == true)
                #expect(stored.allSatisfy { !$0.contains(SampleSubjects.resident) })
            }
        }

        @Test("the trace id of a W3C traceparent is kept; others are not")
        func traceParents() async throws {
            try await FacadeBench.run { bench in
                let name = "4bf92f3577b34da6a3ce929d0e0e4736"
                _ = try await bench.ask(
                    "/v1/vehicles/get", Self.body,
                    ["-H", "traceparent: 00-\(name)-00f067aa0ba902b7-01"])
                let stored = await bench.storage.entries.map {
                    String(decoding: $0.bytes, as: UTF8.self)
                }
                #expect(stored.first?.contains(name) == true)
            }
        }

        @Test("neither the log lines nor the metrics hold what was sent")
        func nothingPersonal() async throws {
            try await FacadeBench.run { bench in
                let secret = SampleSubjects.resident
                _ = try await bench.ask("/v1/vehicles/get", Self.body)
                _ = try await bench.ask(
                    "/v1/persons/get?ssin=\(secret)", as: .housingAgency,
                    [
                        "ssin": .string(secret), "purpose": "social-housing", "dossier": "GEHEIM",
                        "select": ["person.name"],
                    ])
                _ = try await bench.ask("/v1/persons/\(secret)", text: "{}", ["-X", "PURGE"])
                let metrics = try await bench.read(operations: "/metrics").body
                let said = bench.lines.all + [metrics]
                for word in [secret, SampleSubjects.plate, "GEHEIM", "Voorbeeld"] {
                    #expect(said.allSatisfy { !$0.contains(word) })
                }
                #expect(
                    metrics.contains(
                        "onlyonce_http_requests_total"
                            + "{method=\"POST\",route=\"/v1/vehicles/get\",status=\"200\"} 1"))
                #expect(
                    metrics.contains(
                        "onlyonce_http_request_duration_seconds_count"
                            + "{method=\"POST\",route=\"/v1/persons/get\"} 1"))
                let answered = bench.lines.all.filter { $0.hasPrefix("answered") }
                #expect(answered.count == 4)
                #expect(answered.first?.contains("application=tax-department") == true)
                #expect(answered.first?.contains("route=/v1/vehicles/get") == true)
                #expect(answered[2].contains("method=other"))
                #expect(answered[2].contains("route=none"))
            }
        }

        @Test("a caller that leaves before the request or the answer is whole is noted too")
        func leaving() async throws {
            try await FacadeBench.run { bench in
                func answered(_ count: Int) async throws -> [String] {
                    for _ in 0..<500 {
                        let lines = bench.lines.all.filter {
                            $0.hasPrefix("answered") && $0.contains("/v1/vehicles/get")
                        }
                        if lines.count == count { return lines }
                        // Gives the facade the time of an exchange, without a clock.
                        _ = try await bench.read(operations: "/health")
                    }
                    return []
                }
                let half = try await bench.ask(
                    "/v1/vehicles/get", text: "{", ["-m", "0.5", "-H", "Content-Length: 100"])
                #expect(half.end != .code(0))
                #expect(try await answered(1).last?.contains("status=400") == true)
                await bench.storage.hold()
                let gone = try await bench.ask("/v1/vehicles/get", Self.body, ["-m", "0.5"])
                #expect(gone.end != .code(0))
                await bench.storage.release()
                #expect(try await answered(2).last?.contains("status=") == true)
            }
        }

        @Test(
            "health has its status code, and says which part is not well and why",
            arguments: [(HealthWord.up, 200), (.degraded, 200), (.down, 503)])
        func health(word: HealthWord, status: Int) async throws {
            let witnesses: JSONValue = [
                "part": "witnesses", "reason": "one is away", "status": "DEGRADED",
            ]
            let log: JSONValue = ["part": "log", "reason": "no room", "status": "DOWN"]
            let troubles: [HealthWord: JSONValue] = [
                .degraded: [witnesses], .down: [witnesses, log],
            ]
            try await FacadeBench.run(health: word.health) { bench in
                let exchange = try await bench.read(operations: "/health")
                #expect(exchange.status == status)
                #expect(try exchange.json["status"] == .string(word.rawValue))
                #expect(try exchange.json["troubles"] == troubles[word])
                #expect(bench.addresses.operations.host == "127.0.0.1")
            }
        }
    }
}
