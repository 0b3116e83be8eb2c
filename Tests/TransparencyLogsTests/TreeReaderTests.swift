import TestSupport
import Testing
import TransparencyLogs

struct TreeReaderTests {
    @Test(
        "a proof from a very large tree reads eight tiles at most",
        arguments: [1_000_000_000, 999_999_999, 1 << 24, (1 << 30) - 1] as [UInt64])
    func staysLogarithmic(size: UInt64) throws {
        let source = EqualLeaves()
        let reader = TreeReader(source, size: size)
        let root = source.root(at: size)
        #expect(try reader.root(at: size) == root)
        _ = source.reads()
        var random = SeededGenerator(seed: size)
        var indices: [UInt64] = [0, 255, 256, size / 2, size - 1]
        for _ in 0..<10 { indices.append(.random(in: 0..<size, using: &random)) }
        for index in indices {
            let proof = try reader.inclusionProof(of: index, at: size)
            #expect(source.reads() <= 8)
            try proof.verify(leaf: .leaf([]), root: root)
            #expect(proof.hashes.count <= 30)
            let old = index + 1
            let growth = try reader.consistencyProof(from: old, to: size)
            #expect(source.reads() <= 8)
            try growth.verify(oldRoot: source.root(at: old), newRoot: root)
        }
    }

    @Test("a proof for an older, smaller size is made from the tiles of the larger tree")
    func provesThePast() throws {
        let (tree, tiles) = tree(of: 1000)
        let reader = TreeReader(tiles, size: 1000)
        for size in [1, 255, 256, 257, 700, 999, 1000] as [UInt64] {
            #expect(try reader.root(at: size) == tree.root(at: size))
            #expect(try reader.edge(at: size) == tree.edge(at: size))
            for index in stride(from: 0, to: size, by: 61) {
                #expect(
                    try reader.inclusionProof(of: index, at: size)
                        == tree.inclusionProof(of: index, at: size))
                #expect(
                    try reader.consistencyProof(from: index, to: size)
                        == tree.consistencyProof(from: index, to: size))
                #expect(try reader.leaf(index) == tree.leaves[Int(index)])
            }
        }
    }

    @Test("the tiles named ahead are enough for the proof")
    func namesTilesAhead() throws {
        let (_, tiles) = tree(of: 70_000)
        for (index, size) in [(0, 70_000), (69_999, 70_000), (65_535, 65_536), (300, 600)]
            as [(UInt64, UInt64)]
        {
            var fetched = CollectedTiles()
            for tile in InclusionProof.tiles(for: index, at: size, inTreeOf: 70_000) {
                fetched.insert(try tiles.bytes(of: tile), at: tile)
            }
            let reader = TreeReader(fetched, size: 70_000)
            _ = try reader.inclusionProof(of: index, at: size)
            _ = try reader.leaf(index)
            var more = CollectedTiles()
            for tile in ConsistencyProof.tiles(from: index, to: size, inTreeOf: 70_000) {
                more.insert(try tiles.bytes(of: tile), at: tile)
            }
            _ = try TreeReader(more, size: 70_000).consistencyProof(from: index, to: size)
        }
    }

    @Test("the full tile stands in for a partial one that was dropped")
    func readsFullForPartial() throws {
        let (tree, tiles) = tree(of: 512)
        var kept = CollectedTiles()
        let full = TileCoordinate(level: 0, index: 1)
        kept.insert(try tiles.bytes(of: full), at: TileCoordinate(level: 0, index: 1, width: 44))
        kept.insert(
            Array(try tiles.bytes(of: TileCoordinate(level: 1, index: 0, width: 2)).dropLast(32)),
            at: TileCoordinate(level: 1, index: 0, width: 1))
        #expect(try TreeReader(kept, size: 300).root(at: 300) == tree.root(at: 300))
        #expect(
            try TreeBuilder(resumingAt: 300, root: tree.root(at: 300), from: kept).size == 300)
    }

    private func tree(of size: Int) -> (StoredTree, CollectedTiles) {
        let tree = StoredTree(size: size)
        var builder = TreeBuilder()
        builder.append(tree.leaves)
        var tiles = CollectedTiles()
        tiles.insert(builder.takeTiles())
        return (tree, tiles)
    }
}
