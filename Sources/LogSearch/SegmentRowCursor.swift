/// Goes down the tree of a segment's rows, and stays in a leaf for as long as it serves.
struct SegmentRowCursor: RowCursor {
    private let token: SearchToken
    private let segment: Segment
    private var leaf: SegmentBlock?
    private var isExhausted: Bool

    init(_ token: SearchToken, in segment: Segment) {
        self.token = token
        self.segment = segment
        isExhausted = segment.footer.rowCount == 0
    }

    mutating func last(upTo index: UInt64) throws(IndexFailure) -> UInt64? {
        if isExhausted { return nil }
        let target = IndexRow(token, index: index, group: .max)
        if let leaf, leaf.row(0) <= target, target <= leaf.row(leaf.count - 1) {
            return found(leaf, target)
        }
        var number = segment.footer.root
        for _ in 0..<segment.footer.height {
            let block = try segment.inner(number)
            guard let child = block.last(upTo: target) else { return nothing() }
            number = block.child(child)
        }
        let leaf = try segment.block(number, .leaf)
        guard leaf.count > 0 else { throw .damaged(segment.name, block: number) }
        self.leaf = leaf
        return found(leaf, target)
    }

    private mutating func found(_ leaf: SegmentBlock, _ target: IndexRow) -> UInt64? {
        guard let last = leaf.last(upTo: target), case let row = leaf.row(last),
            row.token == token
        else { return nothing() }
        return row.index
    }

    /// What is asked for later is smaller still.
    private mutating func nothing() -> UInt64? {
        isExhausted = true
        return nil
    }
}
