import ConsultLog
import Facts

/// The last block of a segment: what is where, and what the segment is about.
struct SegmentFooter: Hashable {
    static let magic: UInt64 = 0x4F6E_6C79_4F6E_6365
    static let version: UInt64 = 1

    var name: SegmentName
    var rowCount: UInt64
    /// Where the root of the rows stands, and how many levels there are above the leaves.
    var root: Int
    var height: Int
    /// Where the marks begin, which is where the rows end.
    var marks: Int
    /// Where the groups begin, and how many words they have.
    var groups: Int
    var groupWords: Int
    /// The times of the first and the last entry by the clock; `nil` when there is none.
    var times: ClosedRange<Timestamp>?
    /// By what another log is told from the one of which the segment was made.
    var witness: EntryWitness?

    var words: [UInt64] {
        [
            Self.magic, Self.version, UInt64(name.level), name.number, rowCount, UInt64(root),
            UInt64(height), UInt64(marks), UInt64(groups), UInt64(groupWords),
            times.map { UInt64(bitPattern: $0.lowerBound.milliseconds) } ?? 1,
            times.map { UInt64(bitPattern: $0.upperBound.milliseconds) } ?? 0,
            witness?.id.uuid.high ?? 0, witness?.id.uuid.low ?? 0, witness?.index ?? 0,
        ]
    }

    init(
        name: SegmentName, rowCount: UInt64, root: Int, height: Int, marks: Int, groups: Int,
        groupWords: Int, times: ClosedRange<Timestamp>?, witness: EntryWitness?
    ) {
        self.name = name
        self.rowCount = rowCount
        self.root = root
        self.height = height
        self.marks = marks
        self.groups = groups
        self.groupWords = groupWords
        self.times = times
        self.witness = witness
    }

    /// Reads a footer; `nil` when it is none, of another version or of another segment.
    init?(_ block: SegmentBlock, of name: SegmentName) {
        guard block.kind == .footer, block.count == 15, block.word(0) == Self.magic,
            block.word(1) == Self.version, block.word(2) == UInt64(name.level),
            block.word(3) == name.number
        else { return nil }
        let low = Int64(bitPattern: block.word(10))
        let high = Int64(bitPattern: block.word(11))
        self.init(
            name: name, rowCount: block.word(4), root: Int(clamping: block.word(5)),
            height: Int(clamping: block.word(6)), marks: Int(clamping: block.word(7)),
            groups: Int(clamping: block.word(8)), groupWords: Int(clamping: block.word(9)),
            times: low <= high
                ? Timestamp(milliseconds: low)...Timestamp(milliseconds: high) : nil,
            witness: UUIDv7(high: block.word(12), low: block.word(13)).map {
                EntryWitness(id: EntryID($0), index: block.word(14))
            })
    }
}

extension UUIDv7 {
    fileprivate init?(high: UInt64, low: UInt64) {
        self.init(
            bytes: [high, low].flatMap { word in
                stride(from: 56, through: 0, by: -8).map {
                    UInt8(truncatingIfNeeded: word >> UInt64($0))
                }
            })
    }
}
