import ConsultLog
import Facts

/// Rows and marks of the newest entries, of which no segment was made yet.
struct MemoryRun: SearchableRows {
    let range: Range<UInt64>
    let times: ClosedRange<Timestamp>?
    let groups: [KeyGroup]
    /// In order.
    let rows: [IndexRow]
    /// One for every index of the range.
    let marks: [EntryMark]

    /// - Parameter rows: in any order.
    init(_ range: Range<UInt64>, groups: [KeyGroup], rows: [IndexRow], marks: [EntryMark]) {
        precondition(marks.count == range.count, "every index has a mark")
        self.range = range
        self.groups = groups
        self.rows = rows.sorted()
        self.marks = marks
        times = Self.times(of: marks)
    }

    /// Puts two runs together that follow each other.
    init(_ first: MemoryRun, _ second: MemoryRun) {
        var groups = GroupTable(first.groups)
        let numbers = second.groups.map { groups.number(of: $0) }
        self.init(
            first.range.lowerBound..<second.range.upperBound, groups: groups.groups,
            rows: first.rows + second.rows.map { $0.regrouped(numbers[Int($0.group)]) },
            marks: first.marks
                + second.marks.map {
                    $0.isNone ? .none : $0.regrouped(numbers[Int($0.group)])
                })
    }

    /// The same without the rows and marks of some groups.
    func without(_ isGone: (KeyGroup) -> Bool) -> MemoryRun {
        let filter = GroupFilter(groups, without: isGone)
        return MemoryRun(
            range, groups: filter.groups, rows: rows.compactMap(filter.row),
            marks: marks.map(filter.mark))
    }

    func cursor(_ token: SearchToken) -> any RowCursor { MemoryRowCursor(token, in: self) }
    func markCursor() -> any MarkCursor { MemoryMarkCursor(run: self) }

    private static func times(of marks: [EntryMark]) -> ClosedRange<Timestamp>? {
        let times = marks.lazy.filter { !$0.isNone }.map(\.time)
        guard let first = times.min(), let last = times.max() else { return nil }
        return first...last
    }
}

/// Finds rows by halving.
private struct MemoryRowCursor: RowCursor {
    private let token: SearchToken
    private let run: MemoryRun

    init(_ token: SearchToken, in run: MemoryRun) {
        self.token = token
        self.run = run
    }

    mutating func last(upTo index: UInt64) throws(IndexFailure) -> UInt64? {
        let target = IndexRow(token, index: index, group: .max)
        var (low, high) = (0, run.rows.count)
        while low < high {
            let middle = (low + high) / 2
            if target < run.rows[middle] { high = middle } else { low = middle + 1 }
        }
        guard low > 0, run.rows[low - 1].token == token else { return nil }
        return run.rows[low - 1].index
    }
}

private struct MemoryMarkCursor: MarkCursor {
    let run: MemoryRun

    mutating func mark(_ index: UInt64) throws(IndexFailure) -> EntryMark {
        run.marks[Int(index - run.range.lowerBound)]
    }
}
