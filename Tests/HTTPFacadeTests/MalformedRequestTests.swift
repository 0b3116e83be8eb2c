import CanonicalJSON
import ConsultLogFakes
import DevelopmentCertificates
import HTTPFacade
import TestSupport
import Testing

extension Conversations {
    /// What is not HTTP at all.
    struct MalformedRequestTests {
        private static let secret = SampleSubjects.resident

        static let texts = [
            "\(secret)\r\n\r\n", "GET /\(secret) \(secret)\r\n\r\n",
            "GE(T /health?\(secret) HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: a\r\n\(secret)\u{1}: b\r\n\r\n",
            "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: \(secret)x\r\n\r\n",
            "\u{16}\u{3}\u{1}\(secret)\r\n\r\n",
        ]

        @Test("gets a problem that says no more than that, and a closed connection")
        func problem() async throws {
            try await FacadeBench.run { bench in
                for (count, text) in Self.texts.enumerated() {
                    let output = try await RawConnection.exchange(
                        text, with: bench.addresses.operations)
                    let exchange = Curl.Exchange(end: .code(0), output: output)
                    #expect(exchange.status == 400, "\(text)")
                    #expect(exchange.header("content-type") == "application/problem+json")
                    #expect(exchange.header("belgov-trace-id")?.utf8.count == 36)
                    #expect(exchange.header("cache-control") == "no-store")
                    #expect(exchange.header("connection") == "close")
                    #expect(
                        exchange.header("content-length") == String(exchange.body.utf8.count))
                    #expect(try exchange.json["type"] == "urn:problem-type:belgif:badRequest")
                    #expect(!output.contains(Self.secret))
                    let metrics = try await bench.read(operations: "/metrics").body
                    #expect(
                        metrics.contains(
                            #"{method="any",route="none",status="400"} \#(count + 1)"#), "\(text)")
                }
                #expect(bench.lines.all.allSatisfy { !$0.contains(Self.secret) })
                // The event loop writes no lines.
                #expect(bench.lines.all.allSatisfy { !$0.contains("status=400") })
            }
        }

        @Test("comes after the answers to what was asked before on the connection")
        func inItsTurn() async throws {
            try await FacadeBench.run { bench in
                let output = try await RawConnection.exchange(
                    "GET /health HTTP/1.1\r\nHost: a\r\n\r\nGE(T / HTTP/1.1\r\n\r\n",
                    with: bench.addresses.operations)
                let parts = output.split(separator: "HTTP/1.1 ")
                #expect(parts.map { $0.prefix(3) } == ["200", "400"])
                #expect(parts.first?.contains(#"{"status":"UP"}"#) == true)
                #expect(parts.last?.contains("application/problem+json") == true)
            }
        }

        @Test("is told apart over mutual TLS too, at the beginning and within a body")
        func overTLS() async throws {
            try await FacadeBench.run { bench in
                let head = try await bench.ask("/v1/vehicles/get", text: "{}", ["-X", "PO(ST"])
                #expect(head.status == 400)
                #expect(try head.json["detail"] == "The request is not well-formed HTTP")
                // A body that is said to be chunked and is none; curl passes the line on as it is.
                let body = try await bench.ask(
                    "/v1/vehicles/get", text: "{\"ssin\":\"\(Self.secret)\"}",
                    ["-H", "X-Line: a\r\nTransfer-Encoding: chunked", "-H", "Content-Length:"])
                #expect(body.status == 400)
                #expect(body.header("content-type") == "application/problem+json")
                #expect(!body.output.contains(Self.secret))
                // Each is counted once, where it belongs.
                let metrics = try await bench.read(operations: "/metrics").body
                for labels in [
                    #"{method="any",route="none",status="400"}"#,
                    #"{method="POST",route="/v1/vehicles/get",status="400"}"#,
                ] {
                    #expect(metrics.contains("onlyonce_http_requests_total\(labels) 1"))
                }
                #expect(await bench.storage.entries.isEmpty)
            }
        }
    }
}
