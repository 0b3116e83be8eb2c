import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import HTTPFacade
import TestSupport
import Testing

extension Conversations {
    /// Who gets as far as HTTP.
    struct HandshakeTests {
        private static let body =
            "{\"plate\":\"1SYN900\",\"purpose\":\"vehicle-tax\","
            + "\"select\":[\"vehicle.make\"]}"

        @Test(
            "a client without a certificate gets not one byte of HTTP", arguments: ["1.2", "1.3"])
        func noCertificate(version: String) async throws {
            try await FacadeBench.run { bench in
                let exchange = try await Curl.run([
                    "--cacert", bench.certificates.applicationAuthority, "--tlsv\(version)",
                    "--tls-max", version, "-H", "Content-Type: application/json", "-d", Self.body,
                    "https://\(bench.addresses.api)/v1/vehicles/get",
                ])
                #expect(exchange.end != .code(0))
                #expect(exchange.output == "")
                #expect(bench.sources.questions == 0)
            }
        }

        @Test("a certificate of another authority gets not one byte of HTTP")
        func foreignAuthority() async throws {
            try await FacadeBench.run { bench in
                let foreign = bench.certificates.foreignClient
                let exchange = try await Curl.run([
                    "--cacert", bench.certificates.applicationAuthority, "--cert",
                    foreign.certificate, "--key", foreign.privateKey, "-H",
                    "Content-Type: application/json", "-d", Self.body,
                    "https://\(bench.addresses.api)/v1/vehicles/get",
                ])
                #expect(exchange.end != .code(0))
                #expect(exchange.output == "")
            }
        }

        @Test("TLS 1.1 is refused, on both listeners that speak TLS")
        func oldTLS() async throws {
            try await FacadeBench.run { bench in
                let old = ["--tlsv1.1", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"]
                let api = try await bench.ask("/v1/vehicles/get", text: Self.body, old)
                #expect(api.end == .code(35))
                #expect(api.output == "")
                let web = try await bench.read(web: "/doc/openapi.yaml", old)
                #expect(web.end == .code(35))
            }
        }

        @Test("an application that is an auditor alone gets no fact, and the refusal is logged")
        func auditor() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/vehicles/get", as: .dpoConsole, text: Self.body)
                #expect(exchange.status == 403)
                #expect(exchange.header("content-type") == "application/problem+json")
                let problem = try exchange.json
                #expect(problem["type"] == "urn:problem-type:belgif:missingPermission")
                let reasons = problem["reasons"]?.array
                #expect(reasons?.first == ["code": "roleMissing", "role": "consumer"])
                #expect(problem["consultId"] != nil)
                #expect(await bench.storage.entries.count == 1)
                // What is malformed is counted and not logged, whoever sends it.
                let malformed = try await bench.ask(
                    "/v1/vehicles/get", as: .dpoConsole, text: "{}")
                #expect(malformed.status == 400)
                #expect(await bench.storage.entries.count == 1)
                #expect(bench.sources.questions == 0)
            }
        }

        @Test("a certificate of no registered application gets 403 and no reason")
        func stranger() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/vehicles/get", as: .stranger, text: Self.body)
                #expect(exchange.status == 403)
                #expect(exchange.header("content-type") == "application/problem+json")
                let problem = try exchange.json
                #expect(problem["type"] == "urn:problem-type:belgif:missingPermission")
                #expect(problem["reasons"] == nil)
                #expect(problem["consultId"] == nil)
                #expect(await bench.storage.entries.isEmpty)
            }
        }
    }
}
