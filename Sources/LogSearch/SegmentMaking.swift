import ConsultLog

/// Makes segments: from memory, from the segments of the level below, and from one from which
/// something is erased.
struct SegmentMaking {
    private let storage: any SegmentStorage

    init(_ storage: any SegmentStorage) { self.storage = storage }

    /// Makes a segment of level 0 from what stands in memory.
    func make(
        _ name: SegmentName, from run: MemoryRun, witness: EntryWitness?
    ) throws(IndexFailure) -> Segment {
        precondition(run.range == name.first..<name.end, "a segment covers its whole range")
        var writer = SegmentWriter(name, to: try storage.begin(name))
        for row in run.rows { try writer.append(row) }
        let tree = try writer.endRows()
        let start = writer.blockCount
        for mark in run.marks { try writer.append(mark) }
        try writer.end(tree, marks: start, groups: run.groups, witness: witness)
        return try Segment(name, storage.open(name))
    }

    /// Merges the children of a segment, which are given in order.
    func merge(_ children: [Segment], into name: SegmentName) throws(IndexFailure) -> Segment {
        precondition(children.map(\.name) == name.children, "a segment has all its children")
        var groups = GroupTable()
        let numbers = children.map { $0.groups.map { groups.number(of: $0) } }
        var writer = SegmentWriter(name, to: try storage.begin(name))
        var sources = children.map(SegmentRows.init)
        var heads: [IndexRow?] = []
        for index in sources.indices {
            heads.append(try next(of: &sources[index], numbers[index], children[index]))
        }
        while let least = Self.least(heads), let row = heads[least] {
            try writer.append(row)
            heads[least] = try next(of: &sources[least], numbers[least], children[least])
        }
        let tree = try writer.endRows()
        let start = writer.blockCount
        for (child, numbers) in zip(children, numbers) {
            try child.forEachMark { mark throws(IndexFailure) in
                guard mark.isNone || Int(mark.group) < numbers.count else {
                    throw .damaged(child.name, block: child.footer.marks)
                }
                try writer.append(mark.isNone ? .none : mark.regrouped(numbers[Int(mark.group)]))
            }
        }
        try writer.end(
            tree, marks: start, groups: groups.groups,
            witness: children.last { $0.footer.witness != nil }?.footer.witness)
        return try Segment(name, storage.open(name))
    }

    /// Makes a segment anew without what belongs to some groups.
    func erase(
        _ isGone: (KeyGroup) -> Bool, from segment: Segment
    ) throws(IndexFailure) -> Segment {
        let filter = GroupFilter(segment.groups, without: isGone)
        var writer = SegmentWriter(segment.name, to: try storage.begin(segment.name))
        try segment.forEachRow { row throws(IndexFailure) in
            guard Int(row.group) < segment.groups.count else {
                throw .damaged(segment.name, block: 0)
            }
            if let kept = filter.row(row) { try writer.append(kept) }
        }
        let tree = try writer.endRows()
        let start = writer.blockCount
        try segment.forEachMark { mark throws(IndexFailure) in
            try writer.append(filter.mark(mark))
        }
        try writer.end(
            tree, marks: start, groups: filter.groups, witness: segment.footer.witness)
        return try Segment(segment.name, storage.open(segment.name))
    }

    private func next(
        of rows: inout SegmentRows, _ numbers: [UInt16], _ child: Segment
    ) throws(IndexFailure) -> IndexRow? {
        guard let row = try rows.next() else { return nil }
        guard Int(row.group) < numbers.count else { throw .damaged(child.name, block: 0) }
        return row.regrouped(numbers[Int(row.group)])
    }

    private static func least(_ heads: [IndexRow?]) -> Int? {
        var least: (number: Int, row: IndexRow)?
        for (number, head) in heads.enumerated() {
            guard let head else { continue }
            if let known = least, known.row < head { continue }
            least = (number, head)
        }
        return least?.number
    }
}
