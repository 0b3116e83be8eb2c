/// The right edge of a tree: the roots of the full subtrees that its leaves fill, largest first.
///
/// At most 64 hashes, all that is needed to append and to tell the root: whoever only checks a tree
/// from its leaves needs no more memory than this. An append costs one hash of a node on average.
public struct TreeEdge: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64
    /// One for each bit that is set in the size.
    public private(set) var hashes: [TreeHash]

    /// The edge of an empty tree.
    public init() {
        size = 0
        hashes = []
    }

    /// `nil` unless there is one hash for each bit that is set in the size.
    public init?(size: UInt64, hashes: [TreeHash]) {
        guard hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// The root of the tree.
    public var root: TreeHash { Self.root(of: hashes) }

    /// Adds a leaf at the right.
    public mutating func append(_ leaf: TreeHash) {
        var tileRoots: [TreeHash] = []
        append(leaf, tileRoots: &tileRoots)
    }

    /// Adds a leaf at the right, and to the list the root of each tile that it fills, from level 0.
    mutating func append(_ leaf: TreeHash, tileRoots: inout [TreeHash]) {
        var hash = leaf
        var level = 0
        var carried = size
        while carried & 1 == 1 {
            hash = .node(hashes.removeLast(), hash)
            level += 1
            carried >>= 1
            if level % 8 == 0 { tileRoots.append(hash) }
        }
        hashes.append(hash)
        size += 1
    }

    /// The root over full subtrees, which stand side by side, each smaller than the one before.
    static func root(of hashes: some BidirectionalCollection<TreeHash>) -> TreeHash {
        guard var root = hashes.last else { return .emptyRoot }
        for hash in hashes.dropLast().reversed() { root = .node(hash, root) }
        return root
    }
}
