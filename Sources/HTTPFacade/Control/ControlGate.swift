import Synchronization

/// Opens once, and lets through whoever waits.
final class ControlGate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [AsyncStream<Void>.Continuation] = []
    }

    private let state = Mutex(State())

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting {
            continuation.yield()
            continuation.finish()
        }
    }

    /// - Throws: when the task is cancelled while it waits.
    func wait() async throws(CancellationError) {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let isOpen = state.withLock { state in
            if !state.isOpen { state.waiting.append(continuation) }
            return state.isOpen
        }
        if isOpen { return }
        for await _ in stream { return }
        throw CancellationError()
    }
}
