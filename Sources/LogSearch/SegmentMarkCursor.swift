/// Reads marks of a segment and keeps the block in which it was last.
struct SegmentMarkCursor: MarkCursor {
    private let segment: Segment
    private var number = -1
    private var block: SegmentBlock?

    init(_ segment: Segment) { self.segment = segment }

    mutating func mark(_ index: UInt64) throws(IndexFailure) -> EntryMark {
        let offset = Int(index - segment.name.first)
        let wanted = segment.footer.marks + offset / SegmentBlock.contentWords
        if wanted != number || block == nil {
            block = try segment.block(wanted, .marks)
            number = wanted
        }
        guard let block, case let place = offset % SegmentBlock.contentWords, place < block.count
        else { throw .damaged(segment.name, block: wanted) }
        return EntryMark(bits: block.word(place))
    }
}
