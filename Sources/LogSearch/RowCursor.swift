/// Finds the entries that have one token, from the newest to the oldest.
protocol RowCursor {
    /// The largest index, at most `index`, of an entry with the token; `nil` when there is none.
    mutating func last(upTo index: UInt64) throws(IndexFailure) -> UInt64?
}
