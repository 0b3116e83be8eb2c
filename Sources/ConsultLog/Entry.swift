public import Facts

/// One entry of the consult log.
public struct Entry: Hashable, Sendable {
    /// The version of the form that entries have.
    public static let version: Int64 = 1
    /// The most bytes that an entry can have (C2SP tlog-tiles: a length of 16 bits).
    public static let mostBytes = 65_535

    public let id: EntryID
    public let consult: ConsultID
    /// The place of the subject within the consult, from 1.
    public let ordinal: Int
    public let epoch: WriterEpoch
    public let time: Timestamp
    public let nonce: EntryNonce
    public let body: EntryBody
    /// The confidential fields, when there are any.
    public let confidential: SealedFields?
    /// Canonical JSON (RFC 8785): what is stored, hashed and proven.
    public let bytes: [UInt8]

    public var kind: EntryKind { body.kind }

    /// SHA-256 over a zero byte and ``bytes`` (RFC 6962 §2.1).
    public var leafHash: LeafHash { LeafHash(ofEntry: bytes) }

    /// Lays a confidential field open, and holds it to the hash in the entry.
    ///
    /// Whoever calls this consults personal data and records that it did.
    ///
    /// - Throws: ``DisclosureFailure`` when the entry has no such field, its key is gone, or any
    ///   byte of it was changed.
    public func open(
        _ field: ConfidentialField, using keys: DataKeys
    ) throws(DisclosureFailure) -> Disclosure {
        guard let confidential, let sealed = confidential[field] else { throw .absent }
        let key: DataKey
        do throws(KeyFailure) {
            key = try keys.key(confidential.key)
        } catch {
            throw .noKey(error)
        }
        return try sealed.open(field, in: id, using: key)
    }
}
