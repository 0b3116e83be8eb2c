public import LogProofs
import Synchronization

/// Writes down what a collector tells.
public final class CosignatureNotes: CosignatureObserver {
    private let lines = Mutex<[String]>([])
    private let statuses = Mutex<[CosignatureStatus]>([])

    public init() {}

    /// What was told besides how things stand, in order.
    public var told: [String] { lines.withLock { $0 } }

    public func failed(_ trouble: WitnessTrouble, at witness: String) {
        lines.withLock { $0.append("\(witness) failed: \(trouble)") }
    }
    public func recovered(_ witness: String) {
        lines.withLock { $0.append("\(witness) recovered") }
    }
    public func deviates(_ deviation: WitnessDeviation) {
        lines.withLock { $0.append("deviates") }
    }
    public func stands(_ status: CosignatureStatus) { statuses.withLock { $0.append(status) } }
}
