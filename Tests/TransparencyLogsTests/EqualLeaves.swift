import Synchronization
import TransparencyLogs

/// The tiles of a tree of any size whose leaves are all the same; it counts what is read.
final class EqualLeaves: TileSource {
    /// The root of a full subtree on each level.
    let roots: [TreeHash]
    private let count = Mutex(0)

    init() {
        roots = (1...63).reduce(into: [TreeHash.leaf([])]) { roots, level in
            roots.append(.node(roots[level - 1], roots[level - 1]))
        }
    }

    func bytes(of tile: TileCoordinate) throws(Never) -> [UInt8] {
        count.withLock { $0 += 1 }
        let hash = roots[8 * tile.level].bytes
        return Array(repeatElement(hash, count: tile.width).joined())
    }

    /// The tiles read since it was last asked.
    func reads() -> Int {
        count.withLock { count in
            defer { count = 0 }
            return count
        }
    }

    /// The root of a tree of some size.
    func root(at size: UInt64) -> TreeHash {
        let levels = (0..<63).filter { size >> UInt64($0) & 1 == 1 }
        guard let first = levels.first else { return .emptyRoot }
        return levels.dropFirst().reduce(roots[first]) { .node(roots[$1], $0) }
    }
}
