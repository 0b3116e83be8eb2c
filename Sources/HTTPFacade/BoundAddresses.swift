import NIOCore
import Synchronization

/// Learns where the listeners listen, and tells whoever waits for it.
final class BoundAddresses: Sendable {
    enum Listener: String, Hashable { case api, web, operations, witness }

    private struct State {
        var known: [Listener: ListenerAddress] = [:]
        let expected: Set<Listener>
        /// Whether one of them listens no more, or never will.
        var isOver = false
        var waiting: [AsyncStream<[Listener: ListenerAddress]>.Continuation] = []

        var all: [Listener: ListenerAddress]? {
            !isOver && expected.isSubset(of: known.keys) ? known : nil
        }
    }

    private let state: Mutex<State>

    /// - Parameter expected: the listeners for which everybody waits.
    init(_ expected: Set<Listener> = [.api, .web, .operations]) {
        state = Mutex(State(expected: expected))
    }

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

    /// One of the listeners ended, or could not begin: nobody waits any more.
    func end() {
        let waiting = state.withLock { state in
            state.isOver = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.finish() }
    }

    /// Waits until all that are expected listen; `nil` when one of them ended before, or has ended since.
    ///
    /// - Throws: when the task is cancelled before.
    func all() async throws(CancellationError) -> [Listener: ListenerAddress]? {
        let (stream, continuation) = AsyncStream<[Listener: ListenerAddress]>.makeStream()
        let (known, isOver) = state.withLock { state in
            let known = state.all
            if known == nil && !state.isOver { state.waiting.append(continuation) }
            return (known, state.isOver)
        }
        if known != nil || isOver { return known }
        for await addresses in stream { return addresses }
        // A stream ends for both: whoever is cancelled is told so.
        if Task.isCancelled { throw CancellationError() }
        return nil
    }
}
