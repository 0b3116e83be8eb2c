import Crypto

/// The key under which the search index hides the values of one data key's entries.
///
/// It is derived from the data key, so that the tokens of a month mean nothing any more when the
/// data key of the month is gone.
public struct IndexKey: Sendable {
    private let beginning: HMAC<SHA256>

    /// A key for other codes of confidential values; `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        beginning = HMAC<SHA256>(key: SymmetricKey(data: bytes))
    }

    /// HKDF-Expand with SHA-256 (RFC 5869 §2.3) of the data key to 32 bytes.
    init(of secret: SymmetricKey, label: String = "onlyonce index v1") {
        beginning = HMAC<SHA256>(
            key: HKDF<SHA256>.expand(
                pseudoRandomKey: secret, info: Array(label.utf8),
                outputByteCount: 32))
    }

    /// The first eight bytes, big-endian, of HMAC-SHA-256 over the name of the field, a zero byte
    /// and the canonical value.
    public func token(of value: ConfidentialValue) -> UInt64 {
        var writer = CanonicalWriter(capacity: 96)
        value.write(to: &writer)
        return token(of: value.field, writer.bytes[...])
    }

    /// The same of a value that is canonical already.
    func token(of field: ConfidentialField, _ value: ArraySlice<UInt8>) -> UInt64 {
        var message: [UInt8] = []
        message.reserveCapacity(96)
        message.append(contentsOf: field.rawValue.utf8)
        message.append(0)
        message.append(contentsOf: value)
        var code = beginning
        code.update(data: message)
        return code.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
