public import Officials
import Synchronization

/// A token endpoint that answers as it is told, and remembers what it was asked.
public final class ScriptedTokenEndpoint: TokenEndpoint {
    private struct State: Sendable {
        var answer: Result<IdentityAnswer?, KeySetFailure> = .success(nil)
        var asked: [(code: String, verifier: String)] = []
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
        /// Who waits until so many are held.
        var watcher: (count: Int, continuation: CheckedContinuation<Void, Never>)?
    }
    private let state = Mutex(State())

    public init() {}

    public var asked: [(code: String, verifier: String)] { state.withLock { $0.asked } }

    public func answer(_ answer: Result<IdentityAnswer?, KeySetFailure>) {
        state.withLock { $0.answer = answer }
    }

    /// Answers wait until they are released.
    public func hold() { state.withLock { $0.isHeld = true } }

    /// Returns once so many answers wait.
    public func untilHeld(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                guard state.held.count < count else { return true }
                state.watcher = (count, continuation)
                return false
            }
            if isReached { continuation.resume() }
        }
    }

    public func release() {
        let held = state.withLock { state in
            defer { state.held = [] }
            state.isHeld = false
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    private func wait() async {
        guard state.withLock({ $0.isHeld }) else { return }
        await withCheckedContinuation { continuation in
            let (isReleased, watcher) = state.withLock { state in
                guard state.isHeld else {
                    return (true, CheckedContinuation<Void, Never>?.none)
                }
                state.held.append(continuation)
                guard let watcher = state.watcher, state.held.count >= watcher.count else {
                    return (false, nil)
                }
                state.watcher = nil
                return (false, watcher.continuation)
            }
            if isReleased { continuation.resume() }
            watcher?.resume()
        }
    }

    public func identity(
        for code: String, verifier: String, redirect: String
    ) async throws(KeySetFailure) -> IdentityAnswer? {
        await wait()
        let answer = state.withLock { state in
            state.asked.append((code, verifier))
            return state.answer
        }
        return try answer.get()
    }
}
