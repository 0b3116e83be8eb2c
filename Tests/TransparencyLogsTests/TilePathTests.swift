import TestSupport
import Testing
import TransparencyLogs

struct TilePathTests {
    @Test(
        "paths are as published",
        arguments: [
            ("tile/0/x001/x234/067", TileCoordinate(level: 0, index: 1_234_067)),
            ("tile/0/x001/x234/067.p/5", TileCoordinate(level: 0, index: 1_234_067, width: 5)),
            ("tile/1/000.p/1", TileCoordinate(level: 1, index: 0, width: 1)),
            ("tile/63/x001/000", TileCoordinate(level: 63, index: 1000)),
        ])
    func matchesExamples(path: String, tile: TileCoordinate) {
        #expect(tile.path == path)
        #expect(TileCoordinate(path: path) == tile)
        #expect(LogResource(path: path) == .tile(tile))
    }

    @Test("every place has one path that leads back to it")
    func roundTrips() {
        var random = SeededGenerator(seed: 6962)
        for _ in 0..<2000 {
            let most = UInt64(1) << UInt64.random(in: 0...54, using: &random)
            let index = UInt64.random(in: 0...most, using: &random)
            let width = Int.random(in: 1...256, using: &random)
            let tile = TileCoordinate(
                level: .random(in: 0...63, using: &random), index: index, width: width)
            #expect(TileCoordinate(path: tile.path) == tile, "\(tile)")
            let bundle = EntryBundleCoordinate(index: index, width: width)
            #expect(EntryBundleCoordinate(path: bundle.path) == bundle)
            #expect(LogResource(path: bundle.path) == .entries(bundle))
        }
    }

    @Test(
        "a path that is written otherwise is none",
        arguments: [
            "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000",
            "tile/00/000", "tile/64/000", "tile/-1/000", "tile/+1/000", "tile/0/000/",
            "/tile/0/000", "tile/0/x000/001", "tile/0/x001", "tile/0/001/002", "tile/0/x01/002",
            "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256",
            "tile/0/000.p/05", "tile/0/000.p/-5", "tile/0/000.p/5/", "tile/0/.p/5",
            "tile/0/00a", "tile/0/٠٠٠", "tile/0/x001/x001.p/5", "tile/0/../000", "tile/0/000?",
            "tile/0/x999/x999/x999/x999/x999/x999/x999", "tile/entries", "tile/entries/",
            "tile/entries/0", "tile/data/000", "checkpoint/", "Checkpoint",
            "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/entries/x036/x028/x797/x018/x963/968",
        ])
    func refusesOthers(path: String) {
        #expect(LogResource(path: path) == nil)
    }

    @Test("the largest index is read")
    func readsLargest() throws {
        let bundle = try #require(
            EntryBundleCoordinate(path: "tile/entries/x036/x028/x797/x018/x963/967"))
        #expect(bundle.firstEntry == UInt64(Int64.max) - 255)
    }

    @Test("a tree of 256 leaves has a full tile and one above it")
    func firstFullTile() {
        #expect(
            Array(TreeShape(size: 256).tiles()) == [
                TileCoordinate(level: 0, index: 0), TileCoordinate(level: 1, index: 0, width: 1),
            ])
        #expect(Array(TreeShape(size: 0).tiles()).isEmpty)
        #expect(Array(TreeShape(size: 0).entryBundles()).isEmpty)
    }

    @Test("a tree of 70,000 leaves has the tiles of the specification's example")
    func specifiedExample() {
        let tiles = Array(TreeShape(size: 70_000).tiles())
        #expect(tiles.count(where: { $0.level == 0 && $0.isFull }) == 273)
        #expect(tiles.count(where: { $0.level == 1 && $0.isFull }) == 1)
        #expect(
            tiles.filter { !$0.isFull }.map(\.path) == [
                "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
        let bundles = Array(TreeShape(size: 70_000).entryBundles())
        #expect(bundles.count == 274)
        #expect(bundles.last?.path == "tile/entries/273.p/112")
    }

    @Test("what a tree gets when it grows is what it has and had not")
    func growth() {
        let sizes: [UInt64] = [0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000]
        for old in sizes {
            let had = Set(TreeShape(size: old).tiles())
            let hadBundles = Set(TreeShape(size: old).entryBundles())
            for size in sizes {
                let shape = TreeShape(size: size)
                let grown = Array(shape.tiles(grownFrom: old))
                let bundles = Array(shape.entryBundles(grownFrom: old))
                guard size >= old else {
                    #expect(grown.isEmpty && bundles.isEmpty)
                    continue
                }
                #expect(grown == shape.tiles().filter { !had.contains($0) }, "\(old) to \(size)")
                #expect(bundles == shape.entryBundles().filter { !hadBundles.contains($0) })
            }
        }
    }
}
