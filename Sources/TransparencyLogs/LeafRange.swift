/// Leaves that are one element of a proof: a subtree, which is full or stands at the right edge.
struct LeafRange: Hashable {
    let start: UInt64
    let end: UInt64

    /// The full subtrees that it consists of, from the left, each smaller than the one before.
    var nodes: [TreeNode] {
        var nodes: [TreeNode] = []
        var start = start
        while start < end {
            let level = 63 - (end - start).leadingZeroBitCount
            nodes.append(TreeNode(level: level, index: start >> UInt64(level)))
            start += 1 << UInt64(level)
        }
        return nodes
    }

    /// Its parts as RFC 6962 §2.1 splits it: the left is the largest full tree that leaves a right.
    var halves: (left: LeafRange, right: LeafRange) {
        let middle = start + (1 << UInt64(63 - (end - start - 1).leadingZeroBitCount))
        return (LeafRange(start: start, end: middle), LeafRange(start: middle, end: end))
    }

    /// The hashes of an inclusion proof, from the leaf up: PATH of RFC 6962 §2.1.1.
    static func path(to index: UInt64, in size: UInt64) -> [LeafRange] {
        var path: [LeafRange] = []
        var range = LeafRange(start: 0, end: size)
        while range.end - range.start > 1 {
            let (left, right) = range.halves
            path.append(index < left.end ? right : left)
            range = index < left.end ? left : right
        }
        return path.reversed()
    }

    /// The hashes of a consistency proof: PROOF of RFC 6962 §2.1.2.
    ///
    /// None when the old tree is empty or both are the same.
    static func proof(from old: UInt64, to size: UInt64) -> [LeafRange] {
        guard old > 0, old < size else { return [] }
        var proof: [LeafRange] = []
        var range = LeafRange(start: 0, end: size)
        while range.end != old {
            let (left, right) = range.halves
            proof.append(old <= left.end ? right : left)
            range = old <= left.end ? left : right
        }
        // The old tree itself is no news to whoever knows its root.
        if range.start > 0 { proof.append(range) }
        return proof.reversed()
    }
}
