/// A month of which the data keys were destroyed.
public struct RetiredPeriod: Hashable, Sendable {
    public let month: Month
    /// The keys, ordered by their names.
    public let keys: [DataKeyID]
    /// How many entries nobody can read any more: they are emptied.
    public let entries: Int64

    public init(month: Month, keys: [DataKeyID], entries: Int64) {
        self.month = month
        self.keys = keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        self.entries = entries
    }
}
