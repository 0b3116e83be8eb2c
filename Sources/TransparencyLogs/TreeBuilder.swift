/// Grows a tree leaf by leaf and gives the tiles that have to be written.
///
/// An append costs one hash of a node on average, whatever the size; nothing is hashed twice. It
/// keeps the edge and the last, partial tile of each level, and what was not yet taken.
public struct TreeBuilder: Sendable {
    private var edge: TreeEdge
    /// Per tile level, the hashes of the last tile as long as it is not full.
    private var tails: [[TreeHash]]
    private var filled: [Tile] = []
    private var sizeTaken: UInt64
    private var tileRoots: [TreeHash] = []

    /// An empty tree.
    public init() {
        edge = TreeEdge()
        tails = []
        sizeTaken = 0
    }

    /// Goes on with a tree that is already stored, reading one partial tile per level at most.
    ///
    /// - Throws: ``TreeReadFailure/wrongRoot(size:)`` when the tiles do not add up to the root.
    public init<Source: TileSource>(
        resumingAt size: UInt64, root: TreeHash, from source: Source
    ) throws(TreeReadFailure<Source.Failure>) {
        tails = Array(repeating: [], count: TreeShape(size: size).levels)
        for tile in try TreeReader(source, size: size).partialTiles() {
            tails[tile.coordinate.level] = tile.hashes
        }
        guard let edge = TreeEdge(size: size, hashes: tails.reversed().flatMap(Self.fullSubtrees)),
            edge.root == root
        else { throw .wrongRoot(size: size) }
        self.edge = edge
        sizeTaken = size
    }

    /// The number of leaves.
    public var size: UInt64 { edge.size }

    /// The root of the tree.
    public var root: TreeHash { edge.root }

    /// The right edge, from which the root can be told without tiles.
    public var rightEdge: TreeEdge { edge }

    /// Adds a leaf at the right.
    public mutating func append(_ leaf: TreeHash) {
        tileRoots.removeAll(keepingCapacity: true)
        edge.append(leaf, tileRoots: &tileRoots)
        push(leaf, level: 0)
        for (position, root) in tileRoots.enumerated() { push(root, level: position + 1) }
    }

    /// The tiles that are new or wider since they were last taken, each in its final form for the
    /// size of now: what must be stored before a checkpoint of this size is published.
    ///
    /// Full tiles wait here until they are taken, 8 KiB for 256 leaves.
    public mutating func takeTiles() -> [Tile] {
        var tiles = filled
        let shape = TreeShape(size: size)
        let old = TreeShape(size: sizeTaken)
        for (level, tail) in tails.enumerated() {
            let hashes = shape.hashes(onLevel: level)
            if tail.isEmpty || hashes == old.hashes(onLevel: level) { continue }
            tiles.append(
                Tile(
                    coordinate: TileCoordinate(
                        level: level, index: hashes >> 8, width: tail.count),
                    hashes: tail))
        }
        filled = []
        sizeTaken = size
        return tiles
    }

    private mutating func push(_ hash: TreeHash, level: Int) {
        if level == tails.count {
            tails.append([])
            tails[level].reserveCapacity(TileCoordinate.fullWidth)
        }
        tails[level].append(hash)
        guard tails[level].count == TileCoordinate.fullWidth else { return }
        let index = (TreeShape(size: size).hashes(onLevel: level) - 1) >> 8
        filled.append(
            Tile(coordinate: TileCoordinate(level: level, index: index), hashes: tails[level]))
        tails[level] = []
        tails[level].reserveCapacity(TileCoordinate.fullWidth)
    }

    /// The roots of the full subtrees in a partial tile, largest first.
    private static func fullSubtrees(_ tail: [TreeHash]) -> [TreeHash] {
        LeafRange(start: 0, end: UInt64(tail.count)).nodes.map { node in
            let start = Int(node.index) << node.level
            return .root(ofPerfect: tail[start..<(start + (1 << node.level))])
        }
    }
}
