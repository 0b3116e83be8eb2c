/// Where the segments of the search index are kept. Everything here blocks.
public protocol SegmentStorage: Sendable {
    /// The segments that are there, in no order; what was begun and not kept is cleared away.
    func names() throws(IndexFailure) -> [SegmentName]

    /// Opens a segment. It stays readable as it was when another takes its place or it is removed.
    func open(_ name: SegmentName) throws(IndexFailure) -> any BlockSource

    /// Begins a segment, which is not there before it is kept.
    func begin(_ name: SegmentName) throws(IndexFailure) -> any SegmentDraft

    /// Removes segments; those that are not there are no error.
    func remove(_ names: [SegmentName]) throws(IndexFailure)
}
