import ConsultLog
import Facts

/// Writes one segment from front to back, in memory that does not grow with it: the rows as the
/// leaves of a tree of blocks, each inner block as soon as it is full, then the marks, the groups
/// and the footer.
struct SegmentWriter {
    private let name: SegmentName
    private let draft: any SegmentDraft
    private var blocks = 0
    private var rowCount: UInt64 = 0
    private var leaf: [UInt64] = []
    /// The inner blocks that are being filled, the lowest level first.
    private var inner: [[UInt64]] = []
    private var marks: [UInt64] = []
    private var times: ClosedRange<Timestamp>?

    init(_ name: SegmentName, to draft: any SegmentDraft) {
        self.name = name
        self.draft = draft
    }

    /// Appends a row, which is behind every row before it.
    mutating func append(_ row: IndexRow) throws(IndexFailure) {
        leaf.append(row.token.number)
        leaf.append(row.place)
        rowCount += 1
        if leaf.count == SegmentBlock.contentWords { try endLeaf() }
    }

    /// Ends the rows. The marks follow, one for every index.
    ///
    /// - Returns: the place of the root and how many levels there are above the leaves.
    mutating func endRows() throws(IndexFailure) -> (root: Int, height: Int) {
        if !leaf.isEmpty { try endLeaf() }
        var level = 0
        while level < inner.count {
            let isRoot = level == inner.count - 1
            // The only child of a root is the root itself.
            if isRoot, inner[level].count == 3 {
                return (Int(clamping: inner[level][2]), level)
            }
            if !inner[level].isEmpty { try endInner(level) }
            level += 1
        }
        return (0, 0)
    }

    mutating func append(_ mark: EntryMark) throws(IndexFailure) {
        marks.append(mark.bits)
        if !mark.isNone {
            let known = times ?? mark.time...mark.time
            times = min(known.lowerBound, mark.time)...max(known.upperBound, mark.time)
        }
        if marks.count == SegmentBlock.contentWords { try endMarks() }
    }

    /// Ends the segment and puts it in its place; durable when this returns.
    mutating func end(
        _ tree: (root: Int, height: Int), marks start: Int, groups: [KeyGroup],
        witness: EntryWitness?
    ) throws(IndexFailure) {
        if !marks.isEmpty { try endMarks() }
        let groupStart = blocks
        let words = KeyGroup.words(groups)
        for start in stride(from: 0, to: words.count, by: SegmentBlock.contentWords) {
            let end = min(start + SegmentBlock.contentWords, words.count)
            _ = try write(.groups, Array(words[start..<end]))
        }
        let footer = SegmentFooter(
            name: name, rowCount: rowCount, root: tree.root, height: tree.height, marks: start,
            groups: groupStart, groupWords: words.count, times: times, witness: witness)
        _ = try write(.footer, footer.words)
        try draft.keep()
    }

    /// How many blocks were written.
    var blockCount: Int { blocks }

    private mutating func endLeaf() throws(IndexFailure) {
        let first = (leaf[0], leaf[1])
        let place = try write(.leaf, leaf)
        leaf.removeAll(keepingCapacity: true)
        try note(first, at: place, in: 0)
    }

    private mutating func endInner(_ level: Int) throws(IndexFailure) {
        let first = (inner[level][0], inner[level][1])
        let place = try write(.inner, inner[level])
        inner[level].removeAll(keepingCapacity: true)
        try note(first, at: place, in: level + 1)
    }

    private mutating func note(
        _ first: (UInt64, UInt64), at place: Int, in level: Int
    ) throws(IndexFailure) {
        if level == inner.count { inner.append([]) }
        // Ended only when another child comes, so that a root never stands above a single block.
        if inner[level].count == SegmentBlock.contentWords { try endInner(level) }
        inner[level].append(first.0)
        inner[level].append(first.1)
        inner[level].append(UInt64(place))
    }

    private mutating func endMarks() throws(IndexFailure) {
        _ = try write(.marks, marks)
        marks.removeAll(keepingCapacity: true)
    }

    private mutating func write(
        _ kind: SegmentBlock.Kind, _ records: [UInt64]
    ) throws(IndexFailure) -> Int {
        try draft.append(SegmentBlock.words(kind, records, of: name, at: blocks))
        blocks += 1
        return blocks - 1
    }
}
