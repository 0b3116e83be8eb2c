/// Which entries a segment of the index covers.
///
/// A segment of level 0 covers ``smallest`` indices, one of each further level as many as
/// ``fanOut`` of the level below, and each begins at a multiple of its length. So what a segment
/// holds follows from the log alone, and one that is lost is made again as it was.
public struct SegmentName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public static let smallest: UInt64 = 16_384
    public static let fanOut: UInt64 = 8
    public static let highestLevel = 10

    public let level: Int
    /// Counts the segments of the level from 0.
    public let number: UInt64

    /// `nil` when it would go beyond the largest index.
    public init?(level: Int, number: UInt64) {
        guard (0...Self.highestLevel).contains(level),
            number < (IndexRow.largestIndex + 1) / Self.length(level)
        else { return nil }
        self.level = level
        self.number = number
    }

    /// The smallest segment that covers an index.
    init(covering index: UInt64) {
        precondition(index <= IndexRow.largestIndex, "an index has 48 bits")
        level = 0
        number = index / Self.smallest
    }

    /// Reads the written form.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let level = Int(parts[0]), let number = UInt64(parts[1]) else {
            return nil
        }
        self.init(level: level, number: number)
        guard description == text else { return nil }
    }

    static func length(_ level: Int) -> UInt64 {
        (0..<level).reduce(smallest) { length, _ in length * fanOut }
    }

    public var length: UInt64 { Self.length(level) }
    /// The first index.
    public var first: UInt64 { number * length }
    /// The index behind the last.
    public var end: UInt64 { first + length }

    /// The segment of the next level in which this one lies.
    var parent: SegmentName? { SegmentName(level: level + 1, number: number / Self.fanOut) }

    /// The segments that a segment of a higher level is merged from, in order.
    var children: [SegmentName] {
        (0..<Self.fanOut).compactMap {
            SegmentName(level: level - 1, number: number * Self.fanOut + $0)
        }
    }

    /// The level and the number, `2-17`.
    public var description: String { "\(level)-\(number)" }

    /// By the first index; the longer one first.
    public static func < (left: SegmentName, right: SegmentName) -> Bool {
        left.first != right.first ? left.first < right.first : left.level > right.level
    }
}
