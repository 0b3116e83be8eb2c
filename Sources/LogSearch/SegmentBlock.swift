import Crypto

/// A block of a segment: 512 words of 64 bits, little-endian.
///
/// The first word holds the kind and the count of the records, the last one a checksum: the first
/// eight bytes of SHA-256 over the other words, the name of the segment and the place of the block
/// in it, so that a block that stands elsewhere is as wrong as a changed one.
struct SegmentBlock {
    enum Kind: UInt64 {
        /// 255 rows: token, place.
        case leaf = 1
        /// 170 records: the first row of the block below, and where that is.
        case inner = 2
        /// 510 marks.
        case marks = 3
        /// Text: words.
        case groups = 4
        case footer = 5

        var wordsPerRecord: Int {
            switch self {
            case .leaf: 2
            case .inner: 3
            case .marks, .groups, .footer: 1
            }
        }
        var mostRecords: Int { SegmentBlock.contentWords / wordsPerRecord }
    }

    static let words = 512
    static let contentWords = 510

    let kind: Kind
    let count: Int
    private let content: [UInt64]

    /// Reads and checks a block.
    init?(_ words: [UInt64], of name: SegmentName, at number: Int) {
        guard words.count == Self.words,
            UInt64(littleEndian: words[511]) == Self.checksum(words, name, number),
            let kind = Kind(rawValue: UInt64(littleEndian: words[0]) >> 16),
            case let count = Int(UInt64(littleEndian: words[0]) & 0xFFFF),
            count <= kind.mostRecords
        else { return nil }
        self.kind = kind
        self.count = count
        content = words
    }

    /// Puts a block together.
    static func words(
        _ kind: Kind, _ records: [UInt64], of name: SegmentName, at number: Int
    ) -> [UInt64] {
        precondition(records.count <= contentWords, "a block has 510 words of content")
        var words: [UInt64] = []
        words.reserveCapacity(Self.words)
        words.append(
            (kind.rawValue << 16 | UInt64(records.count / kind.wordsPerRecord)).littleEndian)
        for record in records { words.append(record.littleEndian) }
        words.append(contentsOf: repeatElement(0, count: Self.words - words.count))
        words[511] = checksum(words, name, number).littleEndian
        return words
    }

    private static func checksum(
        _ words: [UInt64], _ name: SegmentName, _ number: Int
    ) -> UInt64 {
        var hasher = SHA256()
        unsafe words.withUnsafeBytes {
            unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<4088]))
        }
        let place = [UInt64(name.level), name.number, UInt64(number)].map(\.littleEndian)
        unsafe place.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        return hasher.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    func word(_ index: Int) -> UInt64 { UInt64(littleEndian: content[index + 1]) }

    func row(_ index: Int) -> IndexRow {
        IndexRow(token: word(2 * index), place: word(2 * index + 1))
    }

    /// The first row below a record of an inner block.
    func key(_ index: Int) -> IndexRow {
        IndexRow(token: word(3 * index), place: word(3 * index + 1))
    }

    func child(_ index: Int) -> Int { Int(clamping: word(3 * index + 2)) }

    /// The number of the last record that is not behind `row`.
    func last(upTo row: IndexRow) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let candidate = kind == .leaf ? self.row(middle) : key(middle)
            if row < candidate { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }
}
