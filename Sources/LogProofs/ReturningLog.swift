import TransparencyLogs

/// A log from a backup, before it takes its place again.
public struct ReturningLog: Sendable {
    private let tree: any TreeStorage
    private let head: TreeHead

    /// - Parameter head: the stored head of the tree.
    public init(_ tree: any TreeStorage, head: TreeHead) {
        self.tree = tree
        self.head = head
    }

    /// Recomputes all of it: every leaf from its entry, every tile, and the root of the head.
    ///
    /// - Parameter source: where its entries and tiles are read.
    public func verify(
        readFrom source: some LogSource
    ) async throws(LogVerifierFailure) -> LogVerifierReport {
        let held = try HeldLogSource(source, to: head)
        return try await LogVerifier(held, policy: held.policy, publishes: .always).verify()
    }

    /// Compares it, once it is verified, with every checkpoint that was given away of it.
    ///
    /// - Parameter old: what is left of the log in whose place it comes. With it a shorter one can be
    ///   proven to be a beginning, or not to be one.
    /// - Throws: ``SequencingFailure/forked(at:_:)`` when it is another log.
    public func standing(
        to known: [KnownCheckpoint], beside old: (any TreeStorage)?
    ) async throws(SequencingFailure) -> LogStanding {
        let own = StoredTree(tree, size: head.size)
        var longer: KnownCheckpoint?
        for checkpoint in known {
            if checkpoint.checkpoint.size <= head.size {
                try await checkpoint.check(against: own)
            } else if checkpoint.checkpoint.size > longer?.checkpoint.size ?? 0 {
                longer = checkpoint
            }
        }
        guard let longer else { return .whole }
        var isProven = false
        if let old { isProven = try await isBeginning(of: longer, old) }
        return .shorter(
            tree: head.size, checkpoint: longer.checkpoint.size, isProven: isProven)
    }

    /// Whether the tree of a checkpoint, where it is left, proves this one to be its beginning.
    ///
    /// What is left may be damaged, and then proves nothing. Only what leads to the signed root does.
    private func isBeginning(
        of longer: KnownCheckpoint, _ old: any TreeStorage
    ) async throws(SequencingFailure) -> Bool {
        let other = StoredTree(old, size: longer.checkpoint.size)
        guard let root = try? await other.root(at: head.size),
            let proof = try? await other.consistencyProof(from: head.size),
            (try? proof.verify(oldRoot: root, newRoot: longer.checkpoint.root)) != nil
        else { return false }
        guard root == head.root else { throw .forked(at: head.size, longer.role) }
        return true
    }
}
