import CanonicalJSON
import DevelopmentCertificates
import Testing

extension Conversations {
    /// Requests that are turned away before anybody reads their fields.
    struct RequestLimitTests {
        @Test("each has its status and its problem")
        func statuses() async throws {
            try await FacadeBench.run { bench in
                let small =
                    #"{"plate":"1SYN900","select":["vehicle.make"],"purpose":"vehicle-tax"}"#
                func expect(
                    _ status: Int, _ type: String, _ exchange: Curl.Exchange,
                    _ place: SourceLocation = #_sourceLocation
                ) throws {
                    #expect(exchange.status == status, sourceLocation: place)
                    #expect(
                        exchange.header("content-type") == "application/problem+json",
                        sourceLocation: place)
                    #expect(
                        try exchange.json["type"] == .string("urn:problem-type:\(type)"),
                        sourceLocation: place)
                }
                let large = String(repeating: "x", count: 70_000)
                try expect(
                    413, "belgif:payloadTooLarge",
                    try await bench.ask("/v1/vehicles/get", text: large))
                try expect(
                    413, "belgif:payloadTooLarge",
                    try await bench.ask(
                        "/v1/vehicles/get", text: large, ["-H", "Transfer-Encoding: chunked"]))
                try expect(
                    415, "onlyonce:unsupportedMediaType",
                    try await bench.ask(
                        "/v1/vehicles/get", text: small, type: "text/plain"))
                try expect(
                    406, "onlyonce:notAcceptable",
                    try await bench.ask(
                        "/v1/vehicles/get", text: small, ["-H", "Accept: text/html"]))
                try expect(
                    404, "belgif:resourceNotFound", try await bench.ask("/v1/vehicles", text: small)
                )
                try expect(
                    404, "belgif:resourceNotFound", try await bench.ask("/metrics", text: small))
                let wrong = try await bench.ask("/v1/vehicles/get", text: small, ["-X", "PUT"])
                try expect(405, "onlyonce:methodNotAllowed", wrong)
                #expect(wrong.header("allow") == "POST")
                #expect(bench.sources.questions == 0)
            }
        }

        @Test("JSON with its charset is JSON; an Accept with JSON in it accepts JSON")
        func mediaTypes() async throws {
            try await FacadeBench.run { bench in
                let exchange = try await bench.ask(
                    "/v1/vehicles/get",
                    ["plate": "1SYN900", "select": ["vehicle.make"], "purpose": "vehicle-tax"],
                    type: "application/json; charset=UTF-8",
                    ["-H", "Accept: text/html, application/*;q=0.8"])
                #expect(exchange.status == 200)
            }
        }
    }
}
