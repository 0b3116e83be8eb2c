public import Facts
public import LogProofs
import Synchronization
public import TransparencyLogs

/// Remembers what an observer is told.
public final class NotedTree: TreeObserver {
    private let noted = Mutex<(sizes: [UInt64], failures: [SequencingFailure])>(([], []))

    public init() {}

    public var sizes: [UInt64] { noted.withLock { $0.sizes } }
    public var failures: [SequencingFailure] { noted.withLock { $0.failures } }

    public func treeIs(_ size: UInt64, waiting: UInt64) {
        noted.withLock { $0.sizes.append(size) }
    }

    public func kept(_ checkpoint: Checkpoint, as role: CheckpointRole, at time: Timestamp) {}

    public func failed(_ failure: SequencingFailure) {
        noted.withLock { $0.failures.append(failure) }
    }
}
