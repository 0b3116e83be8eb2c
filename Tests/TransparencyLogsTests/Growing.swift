import TransparencyLogs

extension TreeBuilder {
    mutating func append(_ leaves: some Sequence<TreeHash>) {
        for leaf in leaves { append(leaf) }
    }
}

extension CollectedTiles {
    mutating func insert(_ tiles: some Sequence<Tile>) {
        for tile in tiles { insert(tile) }
    }
}
