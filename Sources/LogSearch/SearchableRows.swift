import Facts

/// Rows and marks of a range of indices, in memory or in a file.
protocol SearchableRows: Sendable {
    /// The first index that is covered, and the one behind the last.
    var range: Range<UInt64> { get }
    /// Between which times its entries were made; `nil` when it has none.
    var times: ClosedRange<Timestamp>? { get }
    var groups: [KeyGroup] { get }

    /// A cursor over the rows of a token.
    func cursor(_ token: SearchToken) -> any RowCursor

    /// A cursor over the marks.
    func markCursor() -> any MarkCursor
}
