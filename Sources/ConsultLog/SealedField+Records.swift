/// Confidential values of records beside the log, boxed by the same means.
extension SealedField {
    /// Boxes a value that stands in the record of that name. The name is a UUID of version 7 that
    /// no entry has, so that no box of a record opens as one of an entry.
    public init(
        _ value: ConfidentialValue, inRecord id: UUIDv7, under key: DataKey,
        random: any RandomSource
    ) {
        self.init(
            Disclosure(salt: random.bytes(16), value: value), in: EntryID(id), under: key,
            nonce: random.bytes(Box.nonceLength))
    }

    /// Puts together what was stored of a box.
    public init(storedHash hash: [UInt8], box: [UInt8]) { self.init(hash: hash, box: box) }

    /// Lays the value open, and holds it to its hash.
    ///
    /// - Throws: ``DisclosureFailure`` when any byte is another, or the record, the field or the key.
    public func open(
        _ field: ConfidentialField, inRecord id: UUIDv7, using key: DataKey
    ) throws(DisclosureFailure) -> ConfidentialValue {
        try open(field, in: EntryID(id), using: key).value
    }
}
