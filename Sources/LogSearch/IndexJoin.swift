import ConsultLog

/// Finds, in one segment, the entries that meet all criteria of a query, from the newest to the
/// oldest, by leaping from the candidate of one criterion to that of the next.
struct IndexJoin {
    private let range: Range<UInt64>
    private let query: SearchQuery
    /// For each criterion the cursors of its tokens, of which an entry needs one.
    private var criteria: [[any RowCursor]]
    private var marks: any MarkCursor
    private let needsMarks: Bool

    /// - Parameter tokens: of the confidential values, under the keys of the rows.
    init(
        _ query: SearchQuery, in rows: any SearchableRows,
        _ tokens: (ConfidentialValue) -> [SearchToken]
    ) {
        range = rows.range
        self.query = query
        criteria =
            query.confidential.map { value in tokens(value).map { rows.cursor($0) } }
            + query.clear.map { [rows.cursor($0)] }
        marks = rows.markCursor()
        needsMarks = criteria.isEmpty || query.goesByMarks
    }

    /// The newest entry below an index; `nil` when there is none.
    mutating func last(below bound: UInt64) throws(IndexFailure) -> UInt64? {
        var bound = min(bound, range.upperBound)
        while bound > range.lowerBound {
            guard let index = try candidate(upTo: bound - 1), index >= range.lowerBound else {
                return nil
            }
            // Rows and marks go together, so that what has a row needs no look at its mark.
            if !needsMarks { return index }
            if query.admits(try marks.mark(index)) { return index }
            bound = index
        }
        return nil
    }

    /// The largest index, at most this one, that every criterion has.
    private mutating func candidate(upTo index: UInt64) throws(IndexFailure) -> UInt64? {
        var candidate = index
        var agreed = 0
        var number = 0
        while agreed < criteria.count {
            var found: UInt64?
            for position in criteria[number].indices {
                let last = try criteria[number][position].last(upTo: candidate)
                if let last, last >= found ?? 0 { found = last }
                if found == candidate { break }
            }
            guard let found else { return nil }
            agreed = found == candidate ? agreed + 1 : 1
            candidate = found
            number = (number + 1) % criteria.count
        }
        return candidate
    }
}
