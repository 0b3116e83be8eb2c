/// What the index says to a query.
struct IndexAnswer: Hashable, Sendable {
    /// The indices of the entries, newest first.
    let indices: [UInt64]
    /// Whether there are older ones.
    let hasMore: Bool
    /// How many entries of the log, from the first, the answer takes account of.
    let complete: UInt64
}
