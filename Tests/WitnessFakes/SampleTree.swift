public import TransparencyLogs

/// A tree in memory, every node of it.
public struct SampleTree: HashReader, Sendable {
    private let levels: [[TreeHash]]

    /// A tree of entries that are their own index, or, from one index on, something else.
    public init(size: Int, differingFrom start: Int = .max) {
        var levels = [
            (0..<size).map { TreeHash.leaf(Array((($0 < start) ? "\($0)" : "other \($0)").utf8)) }
        ]
        while let row = levels.last, row.count > 1 {
            levels.append((0..<row.count / 2).map { .node(row[2 * $0], row[2 * $0 + 1]) })
        }
        self.levels = levels
    }

    public var size: UInt64 { UInt64(levels[0].count) }

    public func hashes(of nodes: [TreeNode]) throws(TreeReadFailure<Never>) -> [TreeHash] {
        nodes.map { levels[$0.level][Int($0.index)] }
    }
}
