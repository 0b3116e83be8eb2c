public import Officials
import Synchronization

/// A token endpoint that answers as it is told, and remembers what it was asked.
public final class ScriptedTokenEndpoint: TokenEndpoint {
    private struct State: Sendable {
        var answer: Result<IdentityAnswer?, KeySetFailure> = .success(nil)
        var asked: [(code: String, verifier: String)] = []
    }
    private let state = Mutex(State())

    public init() {}

    public var asked: [(code: String, verifier: String)] { state.withLock { $0.asked } }

    public func answer(_ answer: Result<IdentityAnswer?, KeySetFailure>) {
        state.withLock { $0.answer = answer }
    }

    public func identity(
        for code: String, verifier: String, redirect: String
    ) async throws(KeySetFailure) -> IdentityAnswer? {
        let answer = state.withLock { state in
            state.asked.append((code, verifier))
            return state.answer
        }
        return try answer.get()
    }
}
