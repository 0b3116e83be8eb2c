public import ConsultLog
public import LogProofs
import Synchronization
public import TransparencyLogs

/// A log as a collector sees it, at a size and with a tree that the test sets.
public final class SampleLog: LatestCheckpoint, TreeGrowth, CosignedCheckpointStore {
    private struct State {
        var tree: SampleTree
        var newest: SignedCheckpoint?
        var kept: [SignedCheckpoint] = []
        var failure: StorageFailure?
    }

    private let state: Mutex<State>

    public init(_ tree: SampleTree) { state = Mutex(State(tree: tree)) }

    /// Says what the newest checkpoint is, and of which tree proofs are made.
    public func set(_ newest: SignedCheckpoint?, in tree: SampleTree) {
        state.withLock {
            $0.tree = tree
            $0.newest = newest
        }
    }

    /// Makes every write fail until told otherwise.
    public func fail(_ failure: StorageFailure?) { state.withLock { $0.failure = failure } }

    /// Everything that was kept, in order.
    public var kept: [SignedCheckpoint] { state.withLock { $0.kept } }

    public func latest() -> SignedCheckpoint? { state.withLock { $0.newest } }

    public func growth(
        from old: UInt64, to size: UInt64
    ) throws(TreeGrowthFailure) -> (oldRoot: TreeHash, proof: ConsistencyProof) {
        let tree = state.withLock { $0.tree }
        guard let root = try? tree.root(at: old),
            let proof = try? tree.consistencyProof(from: old, to: size)
        else { throw TreeGrowthFailure() }
        return (root, proof)
    }

    public func lastCosigned() -> SignedCheckpoint? { state.withLock { $0.kept.last } }

    public func keep(_ checkpoint: SignedCheckpoint) throws(StorageFailure) {
        let failure = state.withLock { state in
            if state.failure == nil { state.kept.append(checkpoint) }
            return state.failure
        }
        if let failure { throw failure }
    }
}
