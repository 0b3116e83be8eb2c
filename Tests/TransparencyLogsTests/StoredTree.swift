import TransparencyLogs

/// A tree in memory, with every node of every level, made the simplest way.
struct StoredTree: HashReader {
    /// Level by level, the hashes of the full subtrees.
    private(set) var levels: [[TreeHash]]

    init(_ leaves: [TreeHash]) {
        levels = [leaves]
        while let row = levels.last, row.count > 1 {
            levels.append((0..<row.count / 2).map { .node(row[2 * $0], row[2 * $0 + 1]) })
        }
    }

    /// A tree of entries that are their own index in decimal.
    init(size: Int) { self.init((0..<size).map { .leaf(Self.entry($0)) }) }

    static func entry(_ index: Int) -> [UInt8] { Array("entry \(index)".utf8) }

    var size: UInt64 { UInt64(levels[0].count) }
    var leaves: [TreeHash] { levels[0] }

    func hashes(of nodes: [TreeNode]) throws(TreeReadFailure<Never>) -> [TreeHash] {
        nodes.map { levels[$0.level][Int($0.index)] }
    }

    /// MTH of RFC 6962 §2.1, word for word.
    static func naiveRoot(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard leaves.count > 1 else { return leaves.first ?? .emptyRoot }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return .node(naiveRoot(leaves.prefix(half)), naiveRoot(leaves.dropFirst(half)))
    }
}
