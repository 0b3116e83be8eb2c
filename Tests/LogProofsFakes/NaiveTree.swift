public import TransparencyLogs

/// A tree computed from all of its leaves by the definition alone (RFC 6962 §2.1).
public struct NaiveTree: Sendable {
    public let root: TreeHash

    public init(_ leaves: [TreeHash]) { root = Self.root(leaves[...]) }

    private static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard let first = leaves.first else { return .emptyRoot }
        guard leaves.count > 1 else { return first }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return .node(root(leaves[..<middle]), root(leaves[middle...]))
    }
}
