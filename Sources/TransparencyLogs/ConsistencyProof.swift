/// A proof that a tree only grew from an older one (RFC 6962 §2.1.2).
public struct ConsistencyProof: Hashable, Sendable {
    /// The size of the older tree.
    public let oldSize: UInt64
    /// The size of the newer tree.
    public let newSize: UInt64
    /// None when the older tree is empty or both have one size.
    public let hashes: [TreeHash]

    public init(oldSize: UInt64, newSize: UInt64, hashes: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Checks the proof (RFC 9162 §2.1.4.2).
    ///
    /// - Throws: ``ConsistencyFailure`` unless the first leaves of the newer tree are the older tree.
    public func verify(oldRoot: TreeHash, newRoot: TreeHash) throws(ConsistencyFailure) {
        guard oldSize <= newSize else { throw .shrunk(from: oldSize, to: newSize) }
        guard oldSize > 0, oldSize < newSize else {
            guard hashes.isEmpty else { throw .wrongLength(from: oldSize, to: newSize) }
            // Nothing leads to the root of an empty tree or of the same tree but that root itself.
            let expected = oldSize == 0 ? TreeHash.emptyRoot : newRoot
            guard oldRoot == expected else { throw .wrongOldRoot(size: oldSize) }
            guard newSize > 0 || newRoot == .emptyRoot else { throw .wrongNewRoot(size: 0) }
            return
        }
        let roots = try roots(oldRoot: oldRoot)
        guard roots.old == oldRoot else { throw .wrongOldRoot(size: oldSize) }
        guard roots.new == newRoot else { throw .wrongNewRoot(size: newSize) }
    }

    /// Both roots, as the proof's hashes make them.
    private func roots(
        oldRoot: TreeHash
    ) throws(ConsistencyFailure) -> (old: TreeHash, new: TreeHash) {
        var node = oldSize - 1
        var last = newSize - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        // An older tree that is full is itself where the proof starts, and so not repeated in it.
        var rest = hashes[...]
        let isFull = oldSize.nonzeroBitCount == 1
        guard let start = isFull ? oldRoot : rest.popFirst() else {
            throw .wrongLength(from: oldSize, to: newSize)
        }
        var old = start
        var new = start
        for hash in rest {
            guard last > 0 else { throw .wrongLength(from: oldSize, to: newSize) }
            if node & 1 == 1 || node == last {
                old = .node(hash, old)
                new = .node(hash, new)
                while node & 1 == 0 && node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                new = .node(new, hash)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength(from: oldSize, to: newSize) }
        return (old, new)
    }

    /// The tiles from which the proof can be made, of a tree that has at least the newer size: for
    /// a source that must fetch them ahead.
    public static func tiles(
        from old: UInt64, to size: UInt64, inTreeOf treeSize: UInt64
    ) -> Set<TileCoordinate> {
        precondition(old <= size && size <= treeSize)
        let nodes = LeafRange.proof(from: old, to: size).flatMap(\.nodes)
        return Set(nodes.map { $0.tile(inTreeOf: treeSize) })
    }
}
