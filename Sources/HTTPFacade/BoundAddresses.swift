import NIOCore
import Synchronization

/// Learns where the listeners listen, and tells whoever waits for it.
final class BoundAddresses: Sendable {
    enum Listener: String, Hashable { case api, web, operations }

    private struct State {
        var known: [Listener: ListenerAddress] = [:]
        var waiting: [AsyncStream<FacadeAddresses>.Continuation] = []

        var all: FacadeAddresses? {
            guard let api = known[.api], let web = known[.web],
                let operations = known[.operations]
            else { return nil }
            return FacadeAddresses(api: api, web: web, operations: operations)
        }
    }

    private let state = Mutex(State())

    func bound(_ listener: Listener, to address: SocketAddress?) {
        guard let host = address?.ipAddress, let port = address?.port else { return }
        state.withLock { state in
            state.known[listener] = ListenerAddress(host: host, port: port)
            guard let all = state.all else { return }
            for continuation in state.waiting {
                continuation.yield(all)
                continuation.finish()
            }
            state.waiting = []
        }
    }

    /// Waits until all three listen.
    ///
    /// - Throws: when the task is cancelled before.
    func all() async throws(CancellationError) -> FacadeAddresses {
        let (stream, continuation) = AsyncStream<FacadeAddresses>.makeStream()
        let known = state.withLock { state in
            if state.all == nil { state.waiting.append(continuation) }
            return state.all
        }
        if let known { return known }
        for await addresses in stream { return addresses }
        throw CancellationError()
    }
}
