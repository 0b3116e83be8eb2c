import Crypto

extension SealedField {
    /// What a box holds is filled up with spaces to a multiple of this, so that its length does not
    /// tell a yes from a no, a plate from a person, nor how much came over the wire: of the types of
    /// information 114 fit, more than the national register has. Reasons longer than that fill another block.
    static func blockLength(of field: ConfidentialField) -> Int {
        switch field {
        case .received, .reason: 384
        case .dossier, .official, .stated, .subject: 96
        }
    }

    /// Boxes a triple for one entry, with a nonce of 12 random bytes.
    init(_ disclosure: Disclosure, in entry: EntryID, under key: DataKey, nonce: [UInt8]) {
        let field = disclosure.value.field
        var content = disclosure.bytes
        let blockLength = Self.blockLength(of: field)
        let excess = content.count % blockLength
        if excess > 0 {
            content.append(contentsOf: repeatElement(0x20, count: blockLength - excess))
        }
        let data = Self.additionalData(entry, field)
        hash = disclosure.hash
        box = Box.seal(content, under: key.boxKey(for: data), nonce: nonce, authenticating: data)
    }

    /// Lays the field open, and holds it to its hash.
    func open(
        _ field: ConfidentialField, in entry: EntryID, using key: DataKey
    ) throws(DisclosureFailure) -> Disclosure {
        let data = Self.additionalData(entry, field)
        guard var content = Box.open(box, under: key.boxKey(for: data), authenticating: data)
        else { throw .doesNotOpen }
        while content.last == 0x20 { content.removeLast() }
        let disclosure = try Disclosure(parsing: content)
        guard disclosure.hash == hash, disclosure.value.field == field else { throw .hashDiffers }
        return disclosure
    }

    /// Binds a box to its entry and field: the 16 bytes of the identifier, then the field's name.
    static func additionalData(_ entry: EntryID, _ field: ConfidentialField) -> [UInt8] {
        var data: [UInt8] = []
        data.reserveCapacity(32)
        entry.uuid.append(to: &data)
        data.append(contentsOf: field.rawValue.utf8)
        return data
    }
}
