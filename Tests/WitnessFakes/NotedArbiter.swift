public import LogProofs
import Synchronization
public import TransparencyLogs

/// Remembers what it is shown, and decides as the test says.
public final class NotedArbiter: LogArbiter {
    private let noted = Mutex<[SignedCheckpoint]>([])
    private let refutes: Bool

    public init(refutes: Bool) { self.refutes = refutes }

    /// What it was shown, in order.
    public var shown: [SignedCheckpoint] { noted.withLock { $0 } }

    public func isRefuted(by witnessed: SignedCheckpoint) -> Bool {
        noted.withLock { $0.append(witnessed) }
        return refutes
    }
}
