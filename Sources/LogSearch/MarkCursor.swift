/// Reads the marks of entries.
protocol MarkCursor {
    /// The mark of an index of the range.
    mutating func mark(_ index: UInt64) throws(IndexFailure) -> EntryMark
}
