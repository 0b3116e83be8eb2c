public import Facts

/// Stands for a person in the records of one municipality: HMAC-SHA256 of the number under a key
/// of the gateway that is derived for the municipality, so that two municipalities cannot compare.
public struct Pseudonym: Hashable, Sendable, Redacted {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        precondition(bytes.count == 32, "a pseudonym has 32 bytes")
        self.bytes = bytes
    }
}
