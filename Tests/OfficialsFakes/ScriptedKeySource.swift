public import Officials
import Synchronization

/// A key set that answers as it is told, and counts how often it was asked.
public final class ScriptedKeySource: KeySetSource {
    private struct State: Sendable {
        var answer: Result<[UInt8], KeySetFailure>
        var asked = 0
    }
    private let state: Mutex<State>

    public init(_ document: [UInt8]) { state = Mutex(State(answer: .success(document))) }

    public var asked: Int { state.withLock { $0.asked } }

    public func answer(_ answer: Result<[UInt8], KeySetFailure>) {
        state.withLock { $0.answer = answer }
    }

    public func document() async throws(KeySetFailure) -> [UInt8] {
        let answer = state.withLock { state in
            state.asked += 1
            return state.answer
        }
        return try answer.get()
    }
}
