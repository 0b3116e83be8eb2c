public import TransparencyLogs

/// A checkpoint that was given away once, and whose signature was verified.
public struct KnownCheckpoint: Hashable, Sendable {
    public let checkpoint: Checkpoint
    public let role: CheckpointRole

    public init(_ checkpoint: Checkpoint, _ role: CheckpointRole) {
        self.checkpoint = checkpoint
        self.role = role
    }

    /// Checks that the tree is at least as large and has the same root at its size.
    ///
    /// - Throws: ``SequencingFailure/shortened(tree:checkpoint:_:)`` or
    ///   ``SequencingFailure/forked(at:_:)``.
    public func check(against tree: StoredTree) async throws(SequencingFailure) {
        guard checkpoint.size <= tree.size else {
            throw .shortened(tree: tree.size, checkpoint: checkpoint.size, role)
        }
        guard try await tree.root(at: checkpoint.size) == checkpoint.root else {
            throw .forked(at: checkpoint.size, role)
        }
    }
}
