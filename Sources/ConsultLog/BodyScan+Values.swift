import CanonicalJSON

extension Range<Int> {
    /// A name as entries have them: without anything that must be escaped.
    func text(in bytes: Span<UInt8>) throws(CanonicalScanner.Unexpected) -> String {
        for offset in self where bytes[offset] == UInt8(ascii: "\\") {
            throw CanonicalScanner.Unexpected(offset: offset)
        }
        return String(self, in: bytes)
    }

    func key(in bytes: Span<UInt8>) throws(CanonicalScanner.Unexpected) -> DataKeyID {
        guard let key = Base64URL.bytes(self, in: bytes).flatMap(DataKeyID.init(bytes:)) else {
            throw CanonicalScanner.Unexpected(offset: lowerBound)
        }
        return key
    }
}

extension BodyScan.Sealed {
    func field(in bytes: Span<UInt8>) throws(CanonicalScanner.Unexpected) -> SealedField {
        guard let hash = Base64URL.bytes(hash, in: bytes), hash.count == 32,
            let box = Base64URL.bytes(box, in: bytes)
        else { throw CanonicalScanner.Unexpected(offset: box.lowerBound) }
        return SealedField(hash: hash, box: box)
    }
}
