import CanonicalJSON
import DevelopmentCertificates
import Testing

@testable import HTTPFacade

extension Conversations {
    /// Requests of those who are no registered application, and batches that are too large.
    struct FloodTests {
        @Test("who is not registered fills no log: every line that is left out is counted")
        func boundsLines() async throws {
            let configure: (inout FacadeConfiguration) -> Void = {
                $0.limits.anonymousLinesPerSecond = 1
            }
            try await FacadeBench.run(configure: configure) { bench in
                let identity = bench.certificates.application(.stranger)
                let url = "https://\(bench.addresses.api)/v1/vehicles/get"
                _ = try await Curl.run(
                    [
                        "--cacert", bench.certificates.applicationAuthority, "--cert",
                        identity.certificate, "--key", identity.privateKey, "-H",
                        "Content-Type: application/json", "-d", "{}",
                    ] + Array(repeating: url, count: 40))
                let lines = bench.lines.all.filter {
                    $0.hasPrefix("answered") && $0.contains("application=none")
                        && $0.contains("route=/v1/vehicles/get")
                }
                #expect(!lines.isEmpty && lines.count < 40)
                let text = try await bench.read(operations: "/metrics").body
                let series = "onlyonce_unwritten_lines_total "
                let unwritten = text.split(separator: "\n").first { $0.hasPrefix(series) }
                    .flatMap { Int($0.dropFirst(series.count)) }
                #expect(unwritten.map { $0 + lines.count } == 40)
                // A registered application leaves its line in any case.
                for _ in 0..<3 {
                    _ = try await bench.ask("/v1/vehicles/get", [:])
                }
                #expect(
                    bench.lines.all.filter { $0.contains("application=tax-department") }.count == 3)
            }
        }

        @Test("a batch that is too large is refused and counted")
        func countsBatches() async throws {
            let configure: (inout FacadeConfiguration) -> Void = { $0.limits.largestBatch = 2 }
            try await FacadeBench.run(configure: configure) { bench in
                let exchange = try await bench.ask(
                    "/access/v1/evaluations", ["evaluations": [[:], [:], [:]]])
                #expect(exchange.status == 400)
                let metrics = try await bench.read(operations: "/metrics").body
                #expect(metrics.contains("onlyonce_limited_total{limit=\"batch\"} 1\n"))
            }
        }

        @Test("what stands behind the path never gets into a line")
        func logsNoQuery() async throws {
            try await FacadeBench.run { bench in
                let secret = "somebody-in-a-query"
                for path in [
                    "/scim/v2/Users?filter=userName%20eq%20%22\(secret)%22",
                    "/scim/v2/Users?\(secret)=1", "/v1/log/checkpoint?\(secret)",
                    "/nowhere?\(secret)", "/v1/vehicles/get?\(secret)=2",
                ] {
                    _ = try await bench.read(api: path, as: .housingAgency)
                    _ = try await bench.read(web: path)
                }
                _ = try await bench.read(web: "/sign-in/callback?code=\(secret)&state=\(secret)")
                _ = try await bench.read(operations: "/health?\(secret)")
                #expect(bench.lines.all.count > 10)
                #expect(!bench.lines.all.contains { $0.contains(secret) })
            }
        }
    }

    /// How many lines there are for those who are nobody.
    struct LineGateTests {
        @Test("so many a second, and the next line says how many were left out")
        func counts() {
            let start = ContinuousClock.now
            let gate = LineGate(rate: 2, at: start, metrics: PrometheusMetrics())
            #expect(gate.take(at: start) == 0)
            #expect(gate.take(at: start) == 0)
            for _ in 0..<5 { #expect(gate.take(at: start) == nil) }
            #expect(gate.take(at: start + .seconds(1)) == 5)
            #expect(gate.take(at: start + .seconds(1)) == 0)
            #expect(gate.take(at: start + .seconds(1)) == nil)
        }
    }
}
