import CanonicalJSON
import ConsultLog
import TransparencyLogs

/// What a verifier keeps of an entry that it has held to its form.
struct EntryOutline {
    /// The intent of which an entry is the outcome.
    struct Intent: Hashable {
        let id: ScannedUUID
        let leaf: TreeHash
    }

    let id: ScannedUUID
    let consult: ScannedUUID
    let kind: EntryKind
    let intent: Intent?

    /// Holds bytes to the form of an entry: canonical, with the envelope of every entry and the
    /// members of its kind. The values of the body are looked at by `Entry(parsing:)` alone.
    ///
    /// - Throws: ``CanonicalScanner/Unexpected``.
    init(scanning bytes: Span<UInt8>) throws(CanonicalScanner.Unexpected) {
        var scanner = CanonicalScanner()
        try scanner.expect("{\"body\":{", in: bytes)
        var members = BodyMembers()
        var intent: Intent?
        var last: Range<Int>?
        repeat {
            let name = try scanner.name(after: last, in: bytes)
            last = name
            let member = BodyMembers(name, in: bytes)
            members.formUnion(member)
            if member == .asked {
                intent = try Self.intent(&scanner, in: bytes)
            } else {
                try scanner.value(in: bytes)
            }
        } while scanner.skip(UInt8(ascii: ","), in: bytes)
        try scanner.expect("},\"consult\":", in: bytes)
        consult = try scanner.uuid(in: bytes)
        try scanner.expect(",\"epoch\":", in: bytes)
        try Self.integer(&scanner, in: bytes, atLeast: 0)
        try scanner.expect(",\"id\":", in: bytes)
        id = try scanner.uuid(in: bytes)
        try scanner.expect(",\"kind\":", in: bytes)
        let start = scanner.position
        let word = try scanner.string(in: bytes)
        let text = String(decoding: word.map { bytes[$0] }, as: UTF8.self)
        guard let kind = EntryKind(rawValue: text) else {
            throw CanonicalScanner.Unexpected(offset: start)
        }
        try scanner.expect(",\"nonce\":", in: bytes)
        try scanner.bytes(16, in: bytes)
        try scanner.expect(",\"ordinal\":", in: bytes)
        try Self.integer(&scanner, in: bytes, atLeast: 1)
        try scanner.expect(",\"time\":", in: bytes)
        _ = try scanner.integer(in: bytes)
        try scanner.expect(",\"version\":1}", in: bytes)
        guard scanner.position == bytes.count else {
            throw CanonicalScanner.Unexpected(offset: scanner.position)
        }
        guard members.suit(kind) else { throw CanonicalScanner.Unexpected(offset: 8) }
        self.kind = kind
        self.intent = intent
    }

    private static func intent(
        _ scanner: inout CanonicalScanner, in bytes: Span<UInt8>
    ) throws(CanonicalScanner.Unexpected) -> Intent {
        try scanner.expect("{\"id\":", in: bytes)
        let id = try scanner.uuid(in: bytes)
        try scanner.expect(",\"leaf\":", in: bytes)
        let leaf = try scanner.leaf(in: bytes)
        try scanner.expect("}", in: bytes)
        return Intent(id: id, leaf: leaf)
    }

    private static func integer(
        _ scanner: inout CanonicalScanner, in bytes: Span<UInt8>, atLeast least: Int64
    ) throws(CanonicalScanner.Unexpected) {
        let start = scanner.position
        guard try scanner.integer(in: bytes) >= least else {
            throw CanonicalScanner.Unexpected(offset: start)
        }
    }
}
