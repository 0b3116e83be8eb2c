/// Reads the rows of a segment one after the other.
struct SegmentRows {
    private let segment: Segment
    private var number = 0
    private var leaf: SegmentBlock?
    private var index = 0

    init(_ segment: Segment) { self.segment = segment }

    mutating func next() throws(IndexFailure) -> IndexRow? {
        while true {
            if let leaf, index < leaf.count {
                index += 1
                return leaf.row(index - 1)
            }
            guard number < segment.footer.marks else { return nil }
            let block = try segment.block(number, .leaf, .inner)
            number += 1
            index = 0
            leaf = block.kind == .leaf ? block : nil
        }
    }
}
