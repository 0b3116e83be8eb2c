import CanonicalJSON
import Crypto

/// A confidential field laid open: with its salt, so that anybody can check it against the hash in
/// the entry, and through the entry against the tree.
public struct Disclosure: Hashable, Sendable {
    /// 16 random bytes.
    public let salt: [UInt8]
    public let value: ConfidentialValue
    /// The canonical triple `[salt, name, value]` (RFC 8785), the salt in base64url.
    public let bytes: [UInt8]

    init(salt: [UInt8], value: ConfidentialValue) {
        self.salt = salt
        self.value = value
        var writer = CanonicalWriter(capacity: SealedField.blockLength(of: value.field))
        writer.raw("[")
        writer.base64URL(salt)
        writer.raw(",")
        writer.string(value.field.rawValue)
        writer.raw(",")
        value.write(to: &writer)
        writer.raw("]")
        bytes = writer.bytes
    }

    /// Reads a triple; only the canonical form is one.
    ///
    /// - Throws: ``DisclosureFailure/malformed``.
    public init(parsing bytes: [UInt8]) throws(DisclosureFailure) {
        guard let triple = (try? JSONValue(parsing: bytes))?.array, triple.count == 3,
            let salt = triple[0].string.flatMap(Base64URL.bytes), salt.count == 16,
            let field = triple[1].string.flatMap(ConfidentialField.init(rawValue:)),
            let value = ConfidentialValue(of: field, triple[2])
        else { throw .malformed }
        self.init(salt: salt, value: value)
        guard self.bytes == bytes else { throw .malformed }
    }

    /// SHA-256 over the triple; 32 bytes.
    public var hash: [UInt8] {
        unsafe SHA256.hash(data: bytes).withUnsafeBytes { unsafe Array($0) }
    }
}
