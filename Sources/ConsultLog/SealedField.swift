/// A confidential field as it stands in an entry.
public struct SealedField: Hashable, Sendable {
    /// SHA-256 over the canonical triple `[salt, name, value]`, by which a disclosed triple is
    /// checked; 32 bytes.
    public let hash: [UInt8]
    /// The triple under AES-256-GCM: nonce, ciphertext, tag.
    public let box: [UInt8]
}
