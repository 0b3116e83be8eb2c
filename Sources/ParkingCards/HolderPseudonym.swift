public import Facts

/// A person as the card register of one municipality knows them: it reveals no identity, and
/// another municipality sees another one.
public struct HolderPseudonym: Hashable, Sendable, Redacted {
    /// 16 to 32 bytes.
    public let bytes: [UInt8]

    /// Returns `nil` unless there are 16 to 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard (16...32).contains(bytes.count) else { return nil }
        self.bytes = Array(bytes)
    }
}
