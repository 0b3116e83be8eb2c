public import TransparencyLogs

/// Decides whether a checkpoint that a witness shows proves that the log is not what it was.
public protocol LogArbiter: Sendable {
    /// Holds the log to a checkpoint, and makes it read-only when it is shorter or another.
    ///
    /// - Parameter witnessed: cosigned by a witness; the conformer checks that the log signed it.
    /// - Returns: whether the log is read-only now.
    func isRefuted(by witnessed: SignedCheckpoint) async -> Bool
}
