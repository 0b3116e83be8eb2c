/// Tiles in memory, such as those fetched ahead for one proof.
public struct CollectedTiles: TileSource, Sendable {
    private var tiles: [TileCoordinate: [UInt8]] = [:]

    public init() {}

    /// Keeps a tile's bytes.
    public mutating func insert(_ bytes: [UInt8], at tile: TileCoordinate) { tiles[tile] = bytes }

    /// Keeps a tile.
    public mutating func insert(_ tile: Tile) { tiles[tile.coordinate] = tile.bytes }

    public func bytes(of tile: TileCoordinate) throws(MissingTile) -> [UInt8] {
        guard let bytes = tiles[tile] else { throw MissingTile() }
        return bytes
    }
}
