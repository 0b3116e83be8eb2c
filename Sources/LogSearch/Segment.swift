import ConsultLog
import Facts

/// A segment that is open for reading. What it holds never changes.
struct Segment: SearchableRows {
    let name: SegmentName
    let footer: SegmentFooter
    let groups: [KeyGroup]
    private let source: any BlockSource
    private let innerBlocks = InnerBlocks()

    var range: Range<UInt64> { name.first..<name.end }
    var times: ClosedRange<Timestamp>? { footer.times }

    /// Opens a segment and reads what it says of itself.
    ///
    /// - Throws: ``IndexFailure/damaged(_:block:)`` also when it was cut off.
    init(_ name: SegmentName, _ source: any BlockSource) throws(IndexFailure) {
        self.name = name
        self.source = source
        let last = source.blockCount - 1
        guard last >= 0,
            let block = SegmentBlock(try source.block(last), of: name, at: last),
            let footer = SegmentFooter(block, of: name), footer.isPlausible(before: last)
        else { throw .damaged(name, block: max(last, 0)) }
        self.footer = footer
        var words: [UInt64] = []
        for number in footer.groups..<last {
            guard let block = SegmentBlock(try source.block(number), of: name, at: number),
                block.kind == .groups
            else { throw .damaged(name, block: number) }
            for index in 0..<block.count { words.append(block.word(index)) }
        }
        guard words.count == footer.groupWords, let groups = KeyGroup.groups(in: words) else {
            throw .damaged(name, block: footer.groups)
        }
        self.groups = groups
    }

    func cursor(_ token: SearchToken) -> any RowCursor { SegmentRowCursor(token, in: self) }
    func markCursor() -> any MarkCursor { SegmentMarkCursor(self) }

    /// Reads and checks a block of the kind that stands there.
    func block(_ number: Int, _ kinds: SegmentBlock.Kind...) throws(IndexFailure) -> SegmentBlock {
        guard number < source.blockCount,
            let block = SegmentBlock(try source.block(number), of: name, at: number),
            kinds.contains(block.kind)
        else { throw .damaged(name, block: number) }
        return block
    }

    /// An inner block of the rows' tree; those near the root are read and checked once.
    func inner(_ number: Int) throws(IndexFailure) -> SegmentBlock {
        if let known = innerBlocks[number] { return known }
        let block = try block(number, .inner)
        innerBlocks[number] = block
        return block
    }

    /// Calls for every row, in order.
    func forEachRow(
        _ body: (IndexRow) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        var rows = SegmentRows(self)
        while let row = try rows.next() { try body(row) }
    }

    /// Calls for every mark, in the order of the indices.
    func forEachMark(
        _ body: (EntryMark) throws(IndexFailure) -> Void
    ) throws(IndexFailure) {
        for number in footer.marks..<footer.groups {
            let block = try block(number, .marks)
            for index in 0..<block.count { try body(EntryMark(bits: block.word(index))) }
        }
    }
}

extension SegmentFooter {
    /// Whether the parts follow each other as they must.
    fileprivate func isPlausible(before footer: Int) -> Bool {
        let perBlock = UInt64(SegmentBlock.contentWords)
        let markBlocks = (name.length + perBlock - 1) / perBlock
        return marks >= 0 && marks <= groups && groups <= footer
            && UInt64(groups - marks) == markBlocks
            && (rowCount == 0 || root < marks) && height < 16
    }
}
