/// What an archive may cost before it is refused.
public struct ZIPLimits: Sendable, Hashable {
    public var entries: Int
    /// Bytes of one entry, expanded.
    public var entrySize: Int64
    /// Expanded bytes for each compressed one. Ordinary tables stay far below 100.
    public var ratio: Int64

    public init(entries: Int, entrySize: Int64, ratio: Int64) {
        self.entries = entries
        self.entrySize = entrySize
        self.ratio = ratio
    }

    /// 1,000 entries of 16 GiB, expanding 200 times at most.
    public static let standard = ZIPLimits(entries: 1_000, entrySize: 16 << 30, ratio: 200)
}
