/// Tells key-encryption keys apart without revealing them: 8 bytes derived from the key.
public struct KeyEncryptionKeyID: Hashable, Sendable, CustomStringConvertible {
    /// 8 bytes.
    public let bytes: [UInt8]

    /// `nil` unless there are 8 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 8 else { return nil }
        self.bytes = bytes
    }

    /// Reads the written form: base64url without padding.
    public init?(parsing text: String) {
        guard let bytes = Base64URL.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    public var description: String { Base64URL.text(bytes) }
}
