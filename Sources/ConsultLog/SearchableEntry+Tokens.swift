import CanonicalJSON
import Crypto

extension SearchableEntry {
    /// The token of a confidential value under an index key: the one that ``IndexKey/token(of:)``
    /// gives for the value. The value is held to its hash in the entry and not looked at further.
    ///
    /// - Returns: `nil` when the entry has no such field, or none that is searched for.
    /// - Throws: ``DisclosureFailure`` when any byte of the field was changed.
    public func token(
        of field: ConfidentialField, under indexKey: IndexKey, opening key: DataKey
    ) throws(DisclosureFailure) -> UInt64? {
        guard let sealed = self[field] else { return nil }
        let triple = try sealed.content(field, in: id, using: key)
        return indexKey.token(of: field, try Self.value(of: field, in: triple))
    }

    /// The canonical value in a triple `[salt, name, value]`.
    private static func value(
        of field: ConfidentialField, in triple: [UInt8]
    ) throws(DisclosureFailure) -> ArraySlice<UInt8> {
        do throws(CanonicalScanner.Unexpected) {
            let bytes = triple.span
            var scanner = CanonicalScanner()
            try scanner.expect("[", in: bytes)
            let salt = try scanner.string(in: bytes)
            try scanner.expect(",", in: bytes)
            let name = try scanner.string(in: bytes)
            try scanner.expect(",", in: bytes)
            let start = scanner.position
            try scanner.value(in: bytes)
            let end = scanner.position
            try scanner.expect("]", in: bytes)
            guard salt.count == 22, triple[name].elementsEqual(field.rawValue.utf8),
                scanner.position == bytes.count
            else { throw CanonicalScanner.Unexpected(offset: start) }
            return triple[start..<end]
        } catch {
            throw .malformed
        }
    }
}

extension SealedField {
    /// The triple that is boxed, held to its hash.
    fileprivate func content(
        _ field: ConfidentialField, in entry: EntryID, using key: DataKey
    ) throws(DisclosureFailure) -> [UInt8] {
        let data = Self.additionalData(entry, field)
        guard var content = Box.open(box, under: key.boxKey(for: data), authenticating: data)
        else { throw .doesNotOpen }
        while content.last == 0x20 { content.removeLast() }
        guard SHA256.hash(data: content) == hash else { throw .hashDiffers }
        return content
    }
}
