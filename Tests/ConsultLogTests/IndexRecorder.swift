import ConsultLog
import Synchronization

/// Notes of which periods the index rows were to go.
final class IndexRecorder: Sendable {
    private let state = Mutex((periods: Set<KeyPeriod>(), fails: false))
    var periods: Set<KeyPeriod> { state.withLock { $0.periods } }
    var fails: Bool {
        get { state.withLock { $0.fails } }
        set { state.withLock { $0.fails = newValue } }
    }

    func erase(_ periods: Set<KeyPeriod>) throws(StorageFailure) {
        if fails { throw .notWritten(.diskFull) }
        state.withLock { $0.periods.formUnion(periods) }
    }
}
