import Synchronization

/// Opens once, or turns out never to open, and tells whoever waits.
final class ControlGate: Sendable {
    private struct State {
        var outcome: Result<Void, FacadeFailure>?
        var waiting: [AsyncStream<Result<Void, FacadeFailure>>.Continuation] = []
    }

    private let state = Mutex(State())

    func open() { settle(.success(())) }

    /// Nobody who comes or waits is let through. A gate that is open stays so.
    func shut(_ failure: FacadeFailure) { settle(.failure(failure)) }

    private func settle(_ outcome: Result<Void, FacadeFailure>) {
        let waiting = state.withLock { state in
            if state.outcome == nil { state.outcome = outcome }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting {
            continuation.yield(outcome)
            continuation.finish()
        }
    }

    /// - Throws: ``FacadeFailure`` when it is shut; `CancellationError` when the task is cancelled
    ///   while it waits.
    func wait() async throws {
        let (stream, continuation) = AsyncStream<Result<Void, FacadeFailure>>.makeStream()
        let known = state.withLock { state in
            if state.outcome == nil { state.waiting.append(continuation) }
            return state.outcome
        }
        if let known { return try known.get() }
        for await outcome in stream { return try outcome.get() }
        throw CancellationError()
    }
}
