/// A segment that is being written. One that is never kept leaves nothing behind for ever.
public protocol SegmentDraft {
    /// Appends a block of 512 words.
    func append(_ block: [UInt64]) throws(IndexFailure)

    /// Makes the segment durable and puts it in its place, all of it or nothing.
    func keep() throws(IndexFailure)
}
