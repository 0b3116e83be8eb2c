public import TransparencyLogs

/// Proves that the log's tree only grew; whoever can read its hashes can.
public protocol TreeGrowth: Sendable {
    /// Returns the root of the tree as it was at the older size, and the proof that the tree of the
    /// newer size begins with it. It need not be verified: the asker does.
    ///
    /// - Throws: ``TreeGrowthFailure`` when the hashes cannot be had or are damaged.
    func growth(
        from old: UInt64, to size: UInt64
    ) async throws(TreeGrowthFailure) -> (oldRoot: TreeHash, proof: ConsistencyProof)
}
