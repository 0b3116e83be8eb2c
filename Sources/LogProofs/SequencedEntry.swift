/// An entry at its index in the tree.
public struct SequencedEntry: Hashable, Sendable {
    public let index: UInt64
    /// `nil` when the entry was retired: its leaf is in the tiles alone then.
    public let bytes: [UInt8]?

    public init(index: UInt64, bytes: [UInt8]?) {
        self.index = index
        self.bytes = bytes
    }
}
