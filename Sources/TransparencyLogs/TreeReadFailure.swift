/// Why nothing could be made from a tree's tiles.
public enum TreeReadFailure<SourceFailure: Error>: Error {
    /// The tree has no such leaf.
    case noSuchLeaf(index: UInt64, size: UInt64)
    /// The tree is smaller than the size asked for.
    case noSuchSize(UInt64, size: UInt64)
    /// The source did not give the tile.
    case source(SourceFailure, TileCoordinate)
    /// The tile's length is not that of its hashes.
    case damagedTile(TileCoordinate)
    /// The tiles of a tree of this size do not add up to the expected root.
    case wrongRoot(size: UInt64)
}

extension TreeReadFailure: Equatable where SourceFailure: Equatable {}
