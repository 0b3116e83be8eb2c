public import Facts
public import TransparencyLogs

/// Is told how the tree of a log fares, for operators. It gets no personal data.
public protocol TreeObserver: Sendable {
    /// The tree has this size now, and so many entries wait for an index.
    func treeIs(_ size: UInt64, waiting: UInt64)
    /// A checkpoint was kept and may be given away.
    func kept(_ checkpoint: Checkpoint, as role: CheckpointRole, at time: Timestamp)
    /// Something did not succeed; unless it is final it is tried again.
    func failed(_ failure: SequencingFailure)
}
