/// One line of the index: an entry has this token.
///
/// Rows are ordered by their token, then by the index of the entry.
public struct IndexRow: Hashable, Sendable, Comparable {
    /// The largest index of an entry: 48 bits.
    public static let largestIndex: UInt64 = 1 << 48 - 1

    public let token: SearchToken
    /// The index of the entry, then 16 bits for the group of its data key in the segment.
    let place: UInt64

    public init(_ token: SearchToken, index: UInt64, group: UInt16) {
        precondition(index <= Self.largestIndex, "an index has 48 bits")
        self.token = token
        place = index << 16 | UInt64(group)
    }

    init(token: UInt64, place: UInt64) {
        self.token = SearchToken(token)
        self.place = place
    }

    /// The index of the entry in the tree.
    public var index: UInt64 { place >> 16 }
    public var group: UInt16 { UInt16(truncatingIfNeeded: place) }

    func regrouped(_ group: UInt16) -> IndexRow {
        IndexRow(token: token.number, place: place & ~0xFFFF | UInt64(group))
    }

    public static func < (left: IndexRow, right: IndexRow) -> Bool {
        left.token.number != right.token.number
            ? left.token.number < right.token.number : left.place < right.place
    }
}
