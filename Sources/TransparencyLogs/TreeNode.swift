/// A place in a tree whose hash never changes: the root of a full subtree.
///
/// It covers the `2^level` leaves from `index · 2^level` on.
public struct TreeNode: Hashable, Sendable {
    /// The height above the leaves, which stand on level 0.
    public let level: Int
    /// The position among the nodes of the level, from the left.
    public let index: UInt64

    public init(level: Int, index: UInt64) {
        precondition((0...63).contains(level))
        self.level = level
        self.index = index
    }

    /// The tile that holds it, in a tree of that size: itself, or hashes below it in one tile.
    ///
    /// The node must be full in that tree.
    public func tile(inTreeOf size: UInt64) -> TileCoordinate {
        let tileIndex = firstHash >> 8
        let width = TreeShape(size: size).width(level: level / 8, index: tileIndex)
        return TileCoordinate(level: level / 8, index: tileIndex, width: width)
    }

    /// Its hash, from the hashes of the tile that holds it.
    func hash(from tile: Tile) -> TreeHash {
        let start = Int(firstHash & 255)
        return .root(ofPerfect: tile.hashes[start..<(start + (1 << (level % 8)))])
    }

    /// The position, among all hashes of its tile level, of the first one below it.
    private var firstHash: UInt64 { index << UInt64(level % 8) }
}
