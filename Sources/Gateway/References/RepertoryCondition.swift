import ConsultLog
import Synchronization

/// What of the repertory cannot be read any more, though somebody looked for it: for operators.
public final class RepertoryCondition: Sendable {
    private struct State {
        var boxes: Set<ReferenceID> = []
        var keys: Set<DataKeyID> = []
    }

    private let state = Mutex(State())

    init() {}

    /// How many open dossiers have a box that is not what was written.
    public var damagedBoxes: Int { state.withLock { $0.boxes.count } }

    /// How many keys are gone under which dossiers are open.
    public var missingKeys: Int { state.withLock { $0.keys.count } }

    func note(_ id: ReferenceID, isDamaged: Bool) {
        state.withLock { state in
            if isDamaged {
                state.boxes.insert(id)
            } else if !state.boxes.isEmpty {
                state.boxes.remove(id)
            }
        }
    }

    func note(_ key: DataKeyID, isMissing: Bool) {
        state.withLock { state in
            if isMissing {
                state.keys.insert(key)
            } else if !state.keys.isEmpty {
                state.keys.remove(key)
            }
        }
    }
}
