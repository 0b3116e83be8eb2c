import HTTPTransfers
import Testing

struct ExchangeTests {
    private let server: TestServer
    private let engine: TransferEngine

    init() async throws {
        server = try await TestServer.shared.value
        engine = try TransferEngine()
    }

    @Test("a body and headers go out, and come back")
    func post() async throws {
        let response = try await engine.perform(
            server.request(
                "/echo", method: .post, body: Array("question\0é".utf8),
                headers: [HeaderField("X-Special", "some thing")]))
        #expect(response.status == 200)
        #expect(response.body == Array("POST question\0é".utf8))
        #expect(response.header("x-special") == "some thing")
        let empty = try await engine.perform(server.request("/echo", method: .post))
        #expect(empty.body == Array("POST ".utf8))
    }

    @Test("nothing of one call stays for the next one on the same handle")
    func separation() async throws {
        _ = try await engine.perform(
            server.request(
                "/echo", method: .post, body: [65, 66], headers: [HeaderField("X-Special", "A")]))
        let response = try await engine.perform(server.request("/echo"))
        #expect(response.body == Array("GET ".utf8))
        #expect(response.header("X-Special")?.isEmpty == true)
    }

    @Test("an empty body stays empty after a full one on the same handle")
    func emptyBody() async throws {
        for body in [[65, 66], [], [0], []] as [[UInt8]] {
            let response = try await engine.perform(
                server.request("/echo", method: .post, body: body))
            #expect(response.body == Array("POST ".utf8) + body)
        }
    }

    @Test("every status is an answer, redirects too", arguments: [204, 302, 404, 500, 503])
    func statuses(status: Int) async throws {
        let path = status == 302 ? "/moved" : "/status?\(status)"
        #expect(try await engine.perform(server.request(path)).status == status)
    }

    @Test("calls one after another share a connection")
    func reuse() async throws {
        var connections: Set<String?> = []
        for _ in 0..<20 {
            connections.insert(
                try await engine.perform(server.request("/echo")).header("X-Connection"))
        }
        #expect(connections.count == 1)
    }

    @Test("a kept connection that the server has closed is replaced")
    func staleConnection() async throws {
        for _ in 0..<5 {
            #expect(try await engine.perform(server.request("/once")).status == 200)
        }
    }

    @Test("two hundred concurrent calls all return, over a bounded number of connections")
    func concurrent() async throws {
        let engine = try TransferEngine(TransferConfiguration(connectionsPerHost: 8))
        let server = server
        let connections = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let body = Array("\(number)".utf8)
                    let response = try await engine.perform(
                        server.request("/echo", method: .post, body: body))
                    #expect(response.body == Array("POST ".utf8) + body)
                    return response.header("X-Connection")
                }
            }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect((1...8).contains(connections.count))
        #expect(engine.inFlight == 0)
        await engine.shutdown()
    }

    @Test(
        "a request that could run into the next is never sent",
        arguments: [
            ("/a b", HeaderField("A", "b")), ("/é", HeaderField("A", "b")),
            ("/\r\nX: y", HeaderField("A", "b")), ("/", HeaderField("A", "b\r\nX: y")),
            ("/", HeaderField("A\n", "b")), ("/", HeaderField("", "b")),
            ("/", HeaderField("A", "b\0")), ("/", HeaderField("A:", "b")),
        ])
    func injection(path: String, header: HeaderField) async {
        await #expect(throws: TransferFailure.invalidRequest) {
            try await engine.perform(server.request(path, headers: [header]))
        }
    }

    @Test("only https is spoken", arguments: ["http://localhost/", "file:///etc/passwd", "", "x"])
    func protocols(url: String) async {
        var request = server.request("/")
        request.url = url
        await #expect(throws: TransferFailure.invalidRequest) { try await engine.perform(request) }
    }

    @Test("printing a request or a response shows neither URL, nor headers, nor body")
    func descriptions() async throws {
        let request = server.request(
            "/secret", method: .post, body: Array("secret".utf8),
            headers: [HeaderField("A", "secret")])
        let response = TransferResponse(status: 200, headers: request.headers, body: request.body)
        var dumped = ""
        dump(request, to: &dumped)
        dump(response, to: &dumped)
        for text in ["\(request)", String(reflecting: [request]), "\(response)", dumped] {
            #expect(!text.contains("secret") && !text.contains("115"))
        }
    }
}
