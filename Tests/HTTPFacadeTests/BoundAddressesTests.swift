import NIOCore
import Testing

@testable import HTTPFacade

/// Who waits for addresses never waits for ever.
@Suite(.timeLimit(.minutes(1))) struct BoundAddressesTests {
    private let bound = BoundAddresses()

    private func bind(_ listeners: BoundAddresses.Listener...) throws {
        for listener in listeners {
            bound.bound(listener, to: try SocketAddress(ipAddress: "127.0.0.1", port: 7))
        }
    }

    @Test("everybody who waits is told when the last one listens")
    func told() async throws {
        async let first = bound.all()
        async let second = bound.all()
        try bind(.api, .web, .operations)
        let addresses = try #require(try await first)
        #expect(addresses[.api] == ListenerAddress(host: "127.0.0.1", port: 7))
        #expect(try await second == addresses)
        #expect(try await bound.all() == addresses)
    }

    @Test("only those are waited for that are expected")
    func expected() async throws {
        let bound = BoundAddresses([.witness])
        async let waiting = bound.all()
        bound.bound(.witness, to: try SocketAddress(ipAddress: "127.0.0.1", port: 7))
        #expect(try await waiting == [.witness: ListenerAddress(host: "127.0.0.1", port: 7)])
    }

    @Test("when one ends before the others listen, nobody waits any more")
    func ended() async throws {
        try bind(.api, .web)
        async let waiting = bound.all()
        bound.end()
        #expect(try await waiting == nil)
        try bind(.operations)
        #expect(try await bound.all() == nil)
    }

    @Test("where somebody listened is not told once one has ended")
    func endedLater() async throws {
        try bind(.api, .web, .operations)
        bound.end()
        #expect(try await bound.all() == nil)
    }

    @Test("whoever is cancelled while it waits is told so")
    func cancelled() async throws {
        let waiting = Task { try await bound.all() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
