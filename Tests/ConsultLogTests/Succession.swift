import ConsultLog
import Synchronization

/// A succession in memory that notes its steps.
final class Succession: WrappingKeySuccession {
    private struct State {
        var steps: [String] = []
        var fails = false
    }
    private let state = Mutex(State())
    var steps: [String] { state.withLock { $0.steps } }
    var fails: Bool {
        get { state.withLock { $0.fails } }
        set { state.withLock { $0.fails = newValue } }
    }

    func next() async throws(SuccessionFailure) -> KeyEncryptionKey {
        state.withLock { $0.steps.append("next") }
        guard !fails, let key = KeyEncryptionKey(bytes: [UInt8](repeating: 8, count: 32)) else {
            throw SuccessionFailure("no key")
        }
        return key
    }

    func promote() async throws(SuccessionFailure) { state.withLock { $0.steps.append("promote") } }
    func discard() async { state.withLock { $0.steps.append("discard") } }
}
