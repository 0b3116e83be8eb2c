/// Reads the hashes of a tree from its tiles.
///
/// A root, an edge or a proof reads at most two tiles per tile level, each once: eight for 10⁹
/// leaves.
public struct TreeReader<Source: TileSource>: HashReader {
    public typealias SourceFailure = Source.Failure

    /// The size of the tree whose tiles the source has.
    public let size: UInt64
    private let source: Source

    public init(_ source: Source, size: UInt64) {
        self.source = source
        self.size = size
    }

    public func hashes(
        of nodes: [TreeNode]
    ) throws(TreeReadFailure<Source.Failure>) -> [TreeHash] {
        var tiles: [TileCoordinate: Tile] = [:]
        var hashes: [TreeHash] = []
        for node in nodes {
            let coordinate = node.tile(inTreeOf: size)
            let tile = if let read = tiles[coordinate] { read } else { try tile(coordinate) }
            tiles[coordinate] = tile
            hashes.append(node.hash(from: tile))
        }
        return hashes
    }

    /// The tiles at the right edge that are not full, which a builder fills.
    func partialTiles() throws(TreeReadFailure<Source.Failure>) -> [Tile] {
        let shape = TreeShape(size: size)
        var tiles: [Tile] = []
        for level in 0..<shape.levels {
            let last = shape.tile(level: level, index: shape.hashes(onLevel: level) >> 8)
            if let last { tiles.append(try tile(last)) }
        }
        return tiles
    }

    private func tile(
        _ coordinate: TileCoordinate
    ) throws(TreeReadFailure<Source.Failure>) -> Tile {
        let bytes: [UInt8]
        do {
            bytes = try source.bytes(of: coordinate)
        } catch {
            throw .source(error, coordinate)
        }
        let isFull = bytes.count == TileCoordinate.fullWidth * TreeHash.length
        let own = isFull ? Array(bytes.prefix(coordinate.width * TreeHash.length)) : bytes
        guard let tile = Tile(coordinate: coordinate, bytes: own) else {
            throw .damagedTile(coordinate)
        }
        return tile
    }
}
