import CanonicalJSON

/// The bytes of an entry, passed over from the front: its envelope, and where in its body stands
/// what it can be found by. For the kinds that belong to a consult, of which there are many.
struct EntryScan {
    typealias Unexpected = CanonicalScanner.Unexpected

    let id: UUIDv7
    let consult: UUIDv7
    let time: Int64
    let kind: EntryKind
    let body: BodyScan

    /// - Throws: where something stands that no entry of these kinds has.
    init(_ bytes: Span<UInt8>) throws(Unexpected) {
        var scanner = CanonicalScanner()
        try scanner.expect("{\"body\":{", in: bytes)
        body = try BodyScan(&scanner, in: bytes)
        try scanner.expect("},\"consult\":", in: bytes)
        consult = try scanner.uuid(in: bytes)
        try scanner.expect(",\"epoch\":", in: bytes)
        _ = try scanner.integer(in: bytes)
        try scanner.expect(",\"id\":", in: bytes)
        id = try scanner.uuid(in: bytes)
        try scanner.expect(",\"kind\":", in: bytes)
        let word = try scanner.string(in: bytes)
        try scanner.expect(",\"nonce\":", in: bytes)
        let nonce = try scanner.string(in: bytes)
        try scanner.expect(",\"ordinal\":", in: bytes)
        _ = try scanner.integer(in: bytes)
        try scanner.expect(",\"time\":", in: bytes)
        time = try scanner.integer(in: bytes)
        try scanner.expect(",\"version\":1}", in: bytes)
        guard scanner.position == bytes.count, nonce.count == 22,
            let kind = EntryKind(rawValue: String(word, in: bytes)), body.suits(kind)
        else { throw Unexpected(offset: word.lowerBound) }
        self.kind = kind
    }
}
