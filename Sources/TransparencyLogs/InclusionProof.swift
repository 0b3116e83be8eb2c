/// A proof that a leaf is in a tree (RFC 6962 §2.1.1).
public struct InclusionProof: Hashable, Sendable {
    /// The index of the leaf.
    public let index: UInt64
    /// The size of the tree.
    public let size: UInt64
    /// The siblings on the way from the leaf to the root.
    public let hashes: [TreeHash]

    public init(index: UInt64, size: UInt64, hashes: [TreeHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Checks the proof (RFC 9162 §2.1.3.2).
    ///
    /// - Throws: ``InclusionFailure`` unless the tree of this size and root has this leaf there.
    public func verify(leaf: TreeHash, root: TreeHash) throws(InclusionFailure) {
        guard index < size else { throw .noSuchLeaf(index: index, size: size) }
        var node = index
        var last = size - 1
        var hash = leaf
        for sibling in hashes {
            guard last > 0 else { throw .wrongLength(index: index, size: size) }
            if node & 1 == 1 || node == last {
                hash = .node(sibling, hash)
                // At the right edge levels without a sibling are passed over.
                while node & 1 == 0 && node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength(index: index, size: size) }
        guard hash == root else { throw .wrongRoot(index: index, size: size) }
    }

    /// The tiles from which the proof can be made, of a tree that has at least the given size: for
    /// a source that must fetch them ahead.
    ///
    /// There must be such a leaf at that size.
    public static func tiles(
        for index: UInt64, at size: UInt64, inTreeOf treeSize: UInt64
    ) -> Set<TileCoordinate> {
        precondition(index < size && size <= treeSize)
        let nodes = [LeafRange(start: index, end: index + 1)] + LeafRange.path(to: index, in: size)
        return Set(nodes.flatMap(\.nodes).map { $0.tile(inTreeOf: treeSize) })
    }
}
