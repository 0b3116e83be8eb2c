import Crypto

/// The hash of an entry as a leaf of the log's tree: SHA-256 over a zero byte and the entry's bytes
/// (RFC 6962 §2.1).
public struct LeafHash: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Hashes the bytes of an entry.
    public init(ofEntry entry: [UInt8]) {
        var hasher = SHA256()
        hasher.update(data: [0])
        hasher.update(data: entry)
        bytes = unsafe hasher.finalize().withUnsafeBytes { unsafe Array($0) }
    }

    /// The written form: base64url without padding.
    public var text: String { Base64URL.text(bytes) }
}
