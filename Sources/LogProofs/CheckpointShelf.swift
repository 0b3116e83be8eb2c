public import TransparencyLogs

/// Keeps the last checkpoints apart from the storage of the log, so that they tell when the storage
/// was set back.
public protocol CheckpointShelf: Sendable {
    /// The checkpoint of a role that was put last; `nil` when there never was one.
    ///
    /// - Throws: ``ShelfFailure/damaged(place:)`` when what is there is no checkpoint.
    func last(_ role: CheckpointRole) async throws(ShelfFailure) -> SignedCheckpoint?

    /// Puts a checkpoint in the place of the last one of its role. Durable when it returns; whoever
    /// looks meanwhile sees the one or the other.
    func put(_ checkpoint: SignedCheckpoint, as role: CheckpointRole) async throws(ShelfFailure)
}
