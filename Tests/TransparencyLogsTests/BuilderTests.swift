import Testing
import TransparencyLogs

struct BuilderTests {
    private static let leaves = StoredTree(size: 70_000).leaves

    @Test("the root is that of RFC 6962 at every size")
    func followsDefinition() {
        var builder = TreeBuilder()
        var edge = TreeEdge()
        #expect(builder.root == .emptyRoot)
        for size in 1...600 {
            builder.append(Self.leaves[size - 1])
            edge.append(Self.leaves[size - 1])
            let root = StoredTree.naiveRoot(Self.leaves.prefix(size))
            if builder.root != root || edge.root != root { Issue.record("\(size)") }
            #expect(builder.size == UInt64(size))
        }
        #expect(builder.rightEdge == edge)
    }

    @Test("the tiles taken at any pace are those of the tree", arguments: [1, 7, 256, 300, 70_000])
    func givesEveryTile(pace: Int) throws {
        let size = pace == 1 ? 1100 : 70_000
        var builder = TreeBuilder()
        var tiles = CollectedTiles()
        var old: UInt64 = 0
        for position in 0..<size {
            builder.append(Self.leaves[position])
            guard (position + 1) % pace == 0 || position + 1 == size else { continue }
            let taken = builder.takeTiles()
            tiles.insert(taken)
            let expected = Set(TreeShape(size: builder.size).tiles(grownFrom: old))
            #expect(Set(taken.map(\.coordinate)) == expected && taken.count == expected.count)
            old = builder.size
        }
        #expect(builder.takeTiles().isEmpty)
        let reader = TreeReader(tiles, size: builder.size)
        let stored = StoredTree(Array(Self.leaves.prefix(size)))
        #expect(try reader.root(at: builder.size) == stored.root(at: stored.size))
        for tile in TreeShape(size: builder.size).tiles() {
            let nodes = (0..<tile.width).map {
                TreeNode(level: 8 * tile.level, index: tile.index << 8 + UInt64($0))
            }
            let read = try Tile(coordinate: tile, bytes: tiles.bytes(of: tile))
            #expect(try read?.hashes == stored.hashes(of: nodes))
        }
    }

    @Test("a builder that goes on from stored tiles grows as if it had never stopped")
    func resumes() throws {
        var builder = TreeBuilder()
        var tiles = CollectedTiles()
        for size in 0..<800 {
            let source = tiles
            let resumed = try TreeBuilder(
                resumingAt: builder.size, root: builder.root, from: source)
            #expect(resumed.size == UInt64(size))
            #expect(resumed.rightEdge == builder.rightEdge)
            var twins = (builder, resumed)
            for leaf in Self.leaves[size..<(size + (size % 16 == 0 ? 300 : 1))] {
                twins.0.append(leaf)
                twins.1.append(leaf)
            }
            #expect(twins.0.root == twins.1.root)
            #expect(twins.0.takeTiles() == twins.1.takeTiles())
            builder.append(Self.leaves[size])
            tiles.insert(builder.takeTiles())
        }
    }

    @Test("a builder goes on from a large tree, on its exact tile borders too")
    func resumesAtBorders() throws {
        for size in [65_535, 65_536, 65_537, 65_792, 69_999] {
            var builder = TreeBuilder()
            var tiles = CollectedTiles()
            builder.append(Self.leaves.prefix(size))
            tiles.insert(builder.takeTiles())
            var resumed = try TreeBuilder(
                resumingAt: builder.size, root: builder.root, from: tiles)
            builder.append(Self.leaves[size])
            resumed.append(Self.leaves[size])
            #expect(builder.root == resumed.root)
            #expect(builder.takeTiles() == resumed.takeTiles())
        }
    }

    @Test("a builder does not go on from tiles that are missing, cut off or changed")
    func refusesDamage() throws {
        var builder = TreeBuilder()
        builder.append(Self.leaves.prefix(700))
        let written = builder.takeTiles()
        var tiles = CollectedTiles()
        tiles.insert(written)
        let tail = TileCoordinate(level: 0, index: 2, width: 188)
        var bytes = try tiles.bytes(of: tail)
        #expect(resumption(tiles, builder.root.flipped(bit: 0)) == .wrongRoot(size: 700))
        bytes[187 * 32] ^= 1
        tiles.insert(bytes, at: tail)
        #expect(resumption(tiles, builder.root) == .wrongRoot(size: 700))
        tiles.insert(Array(bytes.dropLast()), at: tail)
        #expect(resumption(tiles, builder.root) == .damagedTile(tail))
        let first = TileCoordinate(level: 0, index: 2, width: 188)
        #expect(resumption(CollectedTiles(), builder.root) == .source(MissingTile(), first))
    }

    @Test("an edge is made only of as many hashes as its size has bits")
    func checksEdge() {
        #expect(TreeEdge(size: 5, hashes: [.emptyRoot]) == nil)
        #expect(TreeEdge(size: 5, hashes: [.emptyRoot, .emptyRoot])?.size == 5)
    }

    private func resumption(
        _ tiles: CollectedTiles, _ root: TreeHash
    ) -> TreeReadFailure<MissingTile>? {
        do {
            _ = try TreeBuilder(resumingAt: 700, root: root, from: tiles)
            return nil
        } catch {
            return error
        }
    }
}
