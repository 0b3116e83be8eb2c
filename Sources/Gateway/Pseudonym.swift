public import Facts

/// Stands for a person in the records of one municipality: HMAC-SHA256 of the number under a key
/// of the gateway that is derived for the municipality, so that two municipalities cannot compare.
public struct Pseudonym: Hashable, Sendable, Redacted {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Returns `nil` unless there are 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    init(code: some Sequence<UInt8>) { bytes = Array(code) }
}
