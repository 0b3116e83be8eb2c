/// Which tiles and entry bundles a tree of some size has (C2SP tlog-tiles).
public struct TreeShape: Hashable, Sendable {
    /// The number of leaves.
    public let size: UInt64

    public init(size: UInt64) { self.size = size }

    /// How many tile levels hold at least one hash: none for an empty tree, one up to 255 leaves.
    public var levels: Int { size == 0 ? 0 : (63 - size.leadingZeroBitCount) / 8 + 1 }

    /// How many hashes stand on a tile level.
    public func hashes(onLevel level: Int) -> UInt64 { size >> UInt64(8 * level) }

    /// How many hashes a tile has, 0 to 256.
    public func width(level: Int, index: UInt64) -> Int {
        let hashes = hashes(onLevel: level)
        guard index <= hashes >> 8 else { return 0 }
        return Int(min(256, hashes - (index << 8)))
    }

    /// The tile at a place; `nil` when the tree has none there.
    public func tile(level: Int, index: UInt64) -> TileCoordinate? {
        let width = width(level: level, index: index)
        return width == 0 ? nil : TileCoordinate(level: level, index: index, width: width)
    }

    /// The tiles that a tree of this size has and one of the old size has not, or has narrower:
    /// level by level, from the left. From 0, all of them.
    public func tiles(grownFrom old: UInt64 = 0) -> GrownTiles {
        GrownTiles(shape: self, old: TreeShape(size: old))
    }

    /// The entry bundles that a tree of this size has and one of the old size has not, or has
    /// narrower, from the left. From 0, all of them.
    public func entryBundles(
        grownFrom old: UInt64 = 0
    ) -> some Sequence<EntryBundleCoordinate> {
        let end = old >= size ? old >> 8 : (size + 255) >> 8
        return ((old >> 8)..<end).lazy.map { [self] index in
            EntryBundleCoordinate(index: index, width: width(level: 0, index: index))
        }
    }
}
