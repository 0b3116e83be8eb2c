import TransparencyLogs

/// A tree that grows by whole bundles, and gives the tiles above them to compare with: what the
/// hashes on a tile level must be, whatever the log publishes.
struct GrownTree {
    /// The hashes of a tile as they were computed.
    struct Row {
        let coordinate: TileCoordinate
        let hashes: [TreeHash]
    }

    private(set) var size: UInt64 = 0
    /// Per tile level, the hashes of the last tile as long as it is not full.
    private var tails: [[TreeHash]] = [[]]

    /// Adds the leaves of a bundle, and returns the tiles above level 0 that they filled.
    ///
    /// - Parameter root: the root over the leaves when they are 256. Otherwise they are the last.
    mutating func append(_ leaves: [TreeHash], root: TreeHash?) -> [Row] {
        precondition(tails[0].isEmpty)
        size += UInt64(leaves.count)
        guard var hash = root else {
            tails[0] = leaves
            return []
        }
        var filled: [Row] = []
        var level = 1
        while true {
            if level == tails.count { tails.append([]) }
            tails[level].append(hash)
            guard tails[level].count == TileCoordinate.fullWidth else { return filled }
            let index = (TreeShape(size: size).hashes(onLevel: level) - 1) >> 8
            filled.append(
                Row(
                    coordinate: TileCoordinate(level: level, index: index), hashes: tails[level]))
            hash = Self.root(of: tails[level])
            tails[level] = []
            level += 1
        }
    }

    /// The tiles above level 0 at the right edge that are not full.
    var partialRows: [Row] {
        tails.enumerated().dropFirst().filter { !$0.element.isEmpty }.map { level, tail in
            let index = TreeShape(size: size).hashes(onLevel: level) >> 8
            return Row(
                coordinate: TileCoordinate(level: level, index: index, width: tail.count),
                hashes: tail)
        }
    }

    /// The edge of the tree with some of the leaves that come next.
    func edge(with leaves: some Sequence<TreeHash> = []) -> TreeEdge {
        let hashes = tails.reversed().flatMap { Self.edge(of: $0).hashes }
        guard var edge = TreeEdge(size: size, hashes: hashes) else {
            preconditionFailure("a tail has as many hashes as its level is wide")
        }
        for leaf in leaves { edge.append(leaf) }
        return edge
    }

    /// The root over a whole tile.
    static func root(of hashes: [TreeHash]) -> TreeHash { edge(of: hashes).root }

    private static func edge(of hashes: [TreeHash]) -> TreeEdge {
        var edge = TreeEdge()
        for hash in hashes { edge.append(hash) }
        return edge
    }
}
