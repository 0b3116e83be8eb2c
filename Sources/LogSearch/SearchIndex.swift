import ConsultLog
import Synchronization

/// The search index of one log: segments, and the newest entries in memory until a segment is made
/// of them. All of it blocks.
///
/// It holds nothing that cannot be made again from the log. Searches run beside each other and
/// beside what changes the index; changes come one after the other.
public final class SearchIndex: Sendable {
    private struct State {
        /// In order; none within another.
        var segments: [Segment] = []
        /// One behind the other, the last ending where the index ends.
        var runs: [MemoryRun] = []
        var next: UInt64 = 0
        /// The last entry in the runs.
        var witness: EntryWitness?
    }

    /// The segments that could not be used when the index was opened and were thrown away.
    public let discarded: [SegmentName]
    private let storage: any SegmentStorage
    private let making: SegmentMaking
    private let state: Mutex<State>

    /// Opens what is there. A segment that is damaged is thrown away, and made again when its
    /// entries are indexed; one whose entries a longer segment holds is what a crash left behind.
    public init(opening storage: any SegmentStorage) throws(IndexFailure) {
        self.storage = storage
        making = SegmentMaking(storage)
        var state = State()
        var superfluous: [SegmentName] = []
        var damaged: [SegmentName] = []
        for name in try storage.names().sorted() {
            if let last = state.segments.last, name.first < last.name.end {
                superfluous.append(name)
                continue
            }
            do throws(IndexFailure) {
                state.segments.append(try Segment(name, storage.open(name)))
            } catch .damaged {
                damaged.append(name)
            }
        }
        if !superfluous.isEmpty || !damaged.isEmpty {
            try storage.remove(superfluous + damaged)
        }
        discarded = damaged
        state.next = Self.covered(state.segments, from: 0)
        self.state = Mutex(state)
    }

    /// The index of the first entry that is not indexed.
    public var next: UInt64 { state.withLock { $0.next } }

    /// Entries that must stand in the log if the index is of that log.
    var witnesses: [EntryWitness] {
        state.withLock { state in
            state.segments.compactMap(\.footer.witness) + (state.witness.map { [$0] } ?? [])
        }
    }

    /// The segments that searches use now.
    var segments: [Segment] { state.withLock { $0.segments } }

    /// Takes the entries from ``next`` on, which lie within one segment of level 0.
    ///
    /// - Returns: whether they were taken; not when others were meanwhile.
    func add(_ run: MemoryRun, witness: EntryWitness?) throws(IndexFailure) -> Bool {
        let (known, next, earlier) = state.withLock { ($0.runs, $0.next, $0.witness) }
        guard run.range.lowerBound == next else { return false }
        let witness = witness ?? earlier
        var runs = known + [run]
        let name = SegmentName(covering: next)
        if run.range.upperBound < name.end {
            // Each run is longer than the next, so that there are few and each is copied seldom.
            while runs.count > 1,
                runs[runs.count - 2].marks.count <= 2 * runs[runs.count - 1].marks.count
            {
                let last = runs.removeLast()
                runs.append(MemoryRun(runs.removeLast(), last))
            }
            state.withLock {
                $0.runs = runs
                $0.next = run.range.upperBound
                $0.witness = witness
            }
            return true
        }
        var whole = runs.removeLast()
        while let earlier = runs.popLast() { whole = MemoryRun(earlier, whole) }
        let segment = try making.make(name, from: whole, witness: witness)
        state.withLock {
            $0.segments.append(segment)
            $0.segments.sort { $0.name < $1.name }
            $0.runs = []
            $0.witness = nil
            $0.next = Self.covered($0.segments, from: name.end)
        }
        try mergeAll()
        return true
    }

    /// Merges whatever is complete, also what an earlier failure left.
    private func mergeAll() throws(IndexFailure) {
        while let (name, children) = Self.mergeable(segments) {
            let merged = try making.merge(children, into: name)
            state.withLock { state in
                state.segments.removeAll { name.first <= $0.name.first && $0.name.end <= name.end }
                state.segments.append(merged)
                state.segments.sort { $0.name < $1.name }
            }
            try storage.remove(name.children)
        }
    }

    private static func mergeable(_ segments: [Segment]) -> (SegmentName, [Segment])? {
        let byName = Dictionary(uniqueKeysWithValues: segments.map { ($0.name, $0) })
        for segment in segments {
            guard let parent = segment.name.parent, parent.children.first == segment.name else {
                continue
            }
            let children = parent.children.compactMap { byName[$0] }
            if children.count == Int(SegmentName.fanOut) { return (parent, children) }
        }
        return nil
    }

    /// The end of the segments that follow each other from an index on.
    private static func covered(_ segments: [Segment], from index: UInt64) -> UInt64 {
        segments.reduce(index) { $1.name.first == $0 ? $1.name.end : $0 }
    }

    /// Looks up the newest entries below an index.
    func search(
        _ query: SearchQuery, keys: DataKeys, below bound: UInt64, limit: Int
    ) throws(IndexFailure) -> IndexAnswer {
        let (segments, runs, next) = state.withLock { ($0.segments, $0.runs, $0.next) }
        var tokens = TokenCache(keys)
        var indices: [UInt64] = []
        let parts: [any SearchableRows] = segments.filter { $0.name.first < next } + runs
        for rows in parts.reversed() {
            guard rows.range.lowerBound < bound, let times = rows.times, query.admits(times) else {
                continue
            }
            var join = IndexJoin(query, in: rows) { tokens.tokens(of: $0, in: rows.groups) }
            var below = bound
            while let index = try join.last(below: below) {
                if indices.count == limit {
                    return IndexAnswer(indices: indices, hasMore: true, complete: next)
                }
                indices.append(index)
                below = index
            }
        }
        return IndexAnswer(indices: indices, hasMore: false, complete: next)
    }

    /// Removes what belongs to some periods; durable when it returns.
    func erase(_ periods: Set<KeyPeriod>) throws(IndexFailure) {
        let isGone = { (group: KeyGroup) in periods.contains(group.period) }
        for segment in segments where segment.groups.contains(where: isGone) {
            let rest = try making.erase(isGone, from: segment)
            state.withLock { state in
                state.segments = state.segments.map { $0.name == rest.name ? rest : $0 }
            }
        }
        state.withLock { state in
            state.runs = state.runs.map { run in
                run.groups.contains(where: isGone) ? run.without(isGone) : run
            }
        }
    }

    /// Throws all of it away; it begins again at the first entry.
    func clear() throws(IndexFailure) {
        let names = segments.map(\.name)
        state.withLock { $0 = State() }
        try storage.remove(names)
    }
}
