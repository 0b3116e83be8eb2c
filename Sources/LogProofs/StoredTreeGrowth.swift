public import TransparencyLogs

/// Proves growth from the tiles of a stored tree.
public struct StoredTreeGrowth: TreeGrowth {
    private let storage: any TreeStorage

    public init(_ storage: any TreeStorage) { self.storage = storage }

    public func growth(
        from old: UInt64, to size: UInt64
    ) async throws(TreeGrowthFailure) -> (oldRoot: TreeHash, proof: ConsistencyProof) {
        let tree = StoredTree(storage, size: size)
        do throws(SequencingFailure) {
            return (try await tree.root(at: old), try await tree.consistencyProof(from: old))
        } catch {
            throw TreeGrowthFailure()
        }
    }
}
