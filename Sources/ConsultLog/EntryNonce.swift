/// 128 random bits in every entry, so that nobody can find out what an entry says by hashing
/// guesses.
public struct EntryNonce: Hashable, Sendable {
    /// 16 bytes.
    public let bytes: [UInt8]

    /// `nil` unless there are 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }
}
