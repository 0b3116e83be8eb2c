@testable import LogSearch

extension SearchIndex {
    /// Adds indices without entries up to the end of the segment that is being filled.
    func coverRest() throws {
        let next = next
        let end = SegmentName(covering: next).end
        let marks = [EntryMark](repeating: .none, count: Int(end - next))
        _ = try add(MemoryRun(next..<end, groups: [], rows: [], marks: marks), witness: nil)
    }
}
