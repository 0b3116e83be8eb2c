/// One page of what was found, newest first.
public struct SearchPage: Hashable, Sendable {
    public let hits: [SearchHit]
    /// Where the next page begins; `nil` when nothing older was found.
    public let cursor: SearchCursor?
    /// How many entries of the log, from the first, were searched. Those from this index on are
    /// durable and not indexed yet.
    public let complete: UInt64

    public init(hits: [SearchHit], cursor: SearchCursor?, complete: UInt64) {
        self.hits = hits
        self.cursor = cursor
        self.complete = complete
    }
}
