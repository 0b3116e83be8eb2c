import ConsultLog

extension IndexPage {
    /// The rows and marks of the page, and where a box did not open although its key is there.
    func run(_ indexing: inout EntryIndexing) -> (run: MemoryRun, damaged: [UInt64]) {
        var groups = GroupTable()
        var rows: [IndexRow] = []
        rows.reserveCapacity(entries.count * 8)
        var marks = [EntryMark](repeating: .none, count: range.count)
        var damaged = damaged
        for (index, entry) in entries {
            let found = indexing.found(entry)
            if found.isDamaged { damaged.append(index) }
            let group = groups.number(of: found.own.group)
            marks[Int(index - range.lowerBound)] = EntryMark(entry.time, entry.kind, group: group)
            // There are a few of each.
            let tokens = found.own.tokens
            for (number, token) in tokens.enumerated() where !tokens[..<number].contains(token) {
                rows.append(IndexRow(token, index: index, group: group))
            }
            if let inherited = found.inherited {
                let group = groups.number(of: inherited.group)
                for token in inherited.tokens where !tokens.contains(token) {
                    rows.append(IndexRow(token, index: index, group: group))
                }
            }
        }
        return (MemoryRun(range, groups: groups.groups, rows: rows, marks: marks), damaged)
    }
}
