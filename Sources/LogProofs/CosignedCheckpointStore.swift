public import ConsultLog
public import TransparencyLogs

/// Where the last checkpoint with a quorum is kept, apart from the log's database: a database that
/// was rolled back cannot take it along.
public protocol CosignedCheckpointStore: Sendable {
    /// Returns what was kept last, or `nil` when nothing ever was.
    ///
    /// - Throws: ``ConsultLog/StorageFailure/unreadable``, also when it is damaged beyond reading.
    func lastCosigned() async throws(StorageFailure) -> SignedCheckpoint?

    /// Keeps a checkpoint in the place of the last one; durable when this returns.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``.
    func keep(_ checkpoint: SignedCheckpoint) async throws(StorageFailure)
}
