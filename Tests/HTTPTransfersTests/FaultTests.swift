import HTTPTransfers
import Testing

struct FaultTests {
    private let server: TestServer
    private let engine: TransferEngine

    init() async throws {
        server = try await TestServer.shared.value
        engine = try TransferEngine()
    }

    @Test(
        "an answer that is not complete, or not HTTP, is no answer",
        arguments: [
            ("/cut", TransferFailure.cutOff), ("/open", .cutOff), ("/garbage", .unintelligible),
            ("/headers", .tooLarge), ("/unbounded", .tooLarge), ("/big?1048577", .tooLarge),
        ])
    func incomplete(path: String, failure: TransferFailure) async {
        await #expect(throws: failure) { try await engine.perform(server.request(path)) }
        #expect(engine.inFlight == 0)
    }

    @Test("the limit on a body is exact")
    func limit() async throws {
        let response = try await engine.perform(server.request("/big?1000", limit: 1000))
        #expect(response.body.count == 1000)
        await #expect(throws: TransferFailure.tooLarge) {
            try await engine.perform(server.request("/big?1000", limit: 999))
        }
    }

    @Test("a server that never answers is left at the deadline")
    func deadline() async {
        await #expect(throws: TransferFailure.timedOut) {
            try await engine.perform(server.request("/silent", deadline: .milliseconds(100)))
        }
        #expect(engine.inFlight == 0)
    }

    @Test("a call that waits for a connection is held to its deadline too")
    func deadlineInQueue() async throws {
        let engine = try TransferEngine(TransferConfiguration(connectionsPerHost: 1))
        let server = server
        let blocking = Task { try await engine.perform(server.request("/silent")) }
        while engine.inFlight < 1 { await Task.yield() }
        await #expect(throws: TransferFailure.timedOut) {
            try await engine.perform(server.request("/echo", deadline: .milliseconds(100)))
        }
        blocking.cancel()
        await #expect(throws: TransferFailure.cancelled) { try await blocking.value }
        // The one connection is free again.
        #expect(try await engine.perform(server.request("/echo")).status == 200)
        #expect(engine.inFlight == 0)
    }

    @Test("cancelling frees every call, whatever its state")
    func cancellation() async throws {
        let engine = try TransferEngine(TransferConfiguration(connectionsPerHost: 4))
        let server = server
        let calls = (0..<50).map { number in
            Task {
                if number % 5 == 0 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
                return try await engine.perform(server.request("/silent"))
            }
        }
        while engine.inFlight < 40 { await Task.yield() }
        for call in calls { call.cancel() }
        for call in calls {
            await #expect(throws: TransferFailure.cancelled) { try await call.value }
        }
        #expect(engine.inFlight == 0)
    }

    @Test("shutting down ends the calls on their way, and refuses later ones")
    func shutdown() async {
        let server = server
        let engine = engine
        let calls = (0..<10).map { _ in
            Task { try await engine.perform(server.request("/silent")) }
        }
        while engine.inFlight < 10 { await Task.yield() }
        await engine.shutdown()
        for call in calls {
            await #expect(throws: TransferFailure.shutDown) { try await call.value }
        }
        #expect(engine.inFlight == 0)
        await #expect(throws: TransferFailure.shutDown) {
            try await engine.perform(server.request("/echo"))
        }
        await engine.shutdown()
    }

    @Test("an engine that nobody used, or that is dropped, ends by itself")
    func dropped() async throws {
        try await TransferEngine().shutdown()
        _ = try TransferEngine()
    }

    @Test("nobody listens, or the name does not exist")
    func unreachable() async {
        var request = server.request("/")
        for url in ["https://127.0.0.1:1/", "https://nowhere.invalid/"] {
            request.url = url
            await #expect(throws: TransferFailure.unreachable) { try await engine.perform(request) }
        }
    }
}
