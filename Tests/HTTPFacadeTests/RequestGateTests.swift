import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import HTTPFacade
import Testing

extension Conversations {
    /// How much is taken on.
    struct RequestGateTests {
        private static let question =
            #"{"plate":"1SYN900","select":["vehicle.make"],"purpose":"vehicle-tax"}"#

        @Test("an application that asks too often is told how long to wait, and nothing is logged")
        func rate() async throws {
            let configure: (inout FacadeConfiguration) -> Void = { $0.limits.requestsPerSecond = 2 }
            try await FacadeBench.run(configure: configure) { bench in
                let path = "/v1/vehicles/get"
                // In one process, so that they come within a second.
                let url = "https://\(bench.addresses.api)\(path)"
                let exchange = try await bench.ask(
                    path, text: Self.question,
                    Array(repeating: url, count: 7) + ["-w", "[%{http_code}]"])
                let refused = exchange.output.components(of: "[429]")
                #expect(refused > 0 && exchange.output.components(of: "[200]") > 1)
                #expect(exchange.output.contains(#""limit":2,"retryAfterSec":1,"status":429"#))
                #expect(exchange.output.lowercased().contains("retry-after: 1"))
                #expect(bench.sources.questions == exchange.output.components(of: "[200]"))
                // Another application has its own.
                let other = try await bench.ask(path, as: .housingAgency, text: Self.question)
                #expect(other.status == 403)
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(
                    metrics.contains(
                        "onlyonce_limited_total{limit=\"requestsPerSecond\"} \(refused)\n"))
            }
        }

        @Test("more consults at once than are taken on are answered 503")
        func concurrency() async throws {
            let configure: (inout FacadeConfiguration) -> Void = {
                $0.limits.concurrentConsults = 1
            }
            try await FacadeBench.run(configure: configure) { bench in
                await bench.storage.hold()
                async let first = bench.ask("/v1/vehicles/get", text: Self.question)
                await bench.storage.untilHeld()
                let second = try await bench.ask("/v1/vehicles/get", text: Self.question)
                #expect(second.status == 503)
                #expect(second.header("retry-after") == "1")
                #expect(
                    try second.json["type"] == "urn:problem-type:belgif:serviceUnavailable")
                await bench.storage.release()
                #expect(try await first.status == 200)
                #expect(try await bench.ask("/v1/vehicles/get", text: Self.question).status == 200)
                #expect(bench.sources.questions == 2)
            }
        }

        @Test("the largest body is what the configuration says")
        func body() async throws {
            let configure: (inout FacadeConfiguration) -> Void = { $0.limits.largestBody = 50 }
            try await FacadeBench.run(configure: configure) { bench in
                let exchange = try await bench.ask("/v1/vehicles/get", text: Self.question)
                #expect(exchange.status == 413)
                #expect(try exchange.json["limit"] == 50)
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(metrics.contains("onlyonce_limited_total{limit=\"body\"} 1\n"))
            }
        }
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
