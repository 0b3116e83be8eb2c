/// Text signed by one or more keys (C2SP signed-note).
///
/// A note that was parsed is well formed; its text means nothing before ``verify(_:)``.
public struct SignedNote: Hashable, Sendable {
    /// The largest note that is read, in bytes.
    public static let mostBytes = 1_000_000
    /// The most signatures that are read.
    public static let mostSignatures = 100

    /// What is signed: UTF-8 that ends in a line feed, with no other control character.
    public let text: [UInt8]
    /// At least one.
    public private(set) var signatures: [NoteSignature]

    /// Reads a note.
    ///
    /// - Throws: ``NoteFailure`` unless it is exactly what ``bytes`` writes.
    public init(parsing bytes: [UInt8]) throws(NoteFailure) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        try Self.checkCharacters(bytes)
        guard let blank = Self.lastBlankLine(bytes) else { throw .noBlankLine }
        signatures = try NoteSignature.parse(lines: Array(bytes[(blank + 1)...]))
        guard !signatures.isEmpty else { throw .noSignature }
        text = Array(bytes[..<blank])
    }

    /// Puts signatures under a text.
    ///
    /// - Throws: ``NoteFailure`` when they cannot be a note.
    public init(text: [UInt8], signatures: [NoteSignature]) throws(NoteFailure) {
        var bytes = text
        bytes.append(UInt8(ascii: "\n"))
        for signature in signatures { bytes.append(contentsOf: signature.line.utf8) }
        try self.init(parsing: bytes)
        // A text without its line feed, or none at all, would be read as another.
        guard self.text == text else { throw .noBlankLine }
    }

    /// The note as it is written.
    public var bytes: [UInt8] {
        var bytes = text
        bytes.append(UInt8(ascii: "\n"))
        for signature in signatures { bytes.append(contentsOf: signature.line.utf8) }
        return bytes
    }

    /// The note with more signatures under it; those that it has already are not repeated.
    ///
    /// - Throws: ``NoteFailure/tooManySignatures`` or ``NoteFailure/tooLarge``.
    public func adding(_ more: [NoteSignature]) throws(NoteFailure) -> SignedNote {
        var all = signatures
        for signature in more where !all.contains(signature) { all.append(signature) }
        return try SignedNote(text: text, signatures: all)
    }

    /// Checks the signatures of the known keys and returns them, in the order of the note and each
    /// key once. Signatures of other keys are passed over.
    ///
    /// - Throws: ``NoteFailure/noKnownSignature``, ``NoteFailure/wrongSignature(_:)`` when only one
    ///   of a known key fails, ``NoteFailure/ambiguousKey(_:)``.
    public func verify(_ keys: some Sequence<VerifierKey>) throws(NoteFailure) -> [KnownSignature] {
        let keys = Set(keys)
        var known: [KnownSignature] = []
        for signature in signatures {
            let named = keys.filter { $0.name == signature.name && $0.id == signature.keyID }
            guard let key = named.first else { continue }
            guard named.count == 1 else { throw .ambiguousKey(key.name) }
            guard let checked = key.check(signature.signature, of: text) else {
                throw .wrongSignature(key.name)
            }
            if !known.contains(where: { $0.key == key }) { known.append(checked) }
        }
        guard !known.isEmpty else { throw .noKnownSignature }
        return known
    }

    private static func checkCharacters(_ bytes: [UInt8]) throws(NoteFailure) {
        let isForbidden = { (byte: UInt8) in byte < 0x20 && byte != UInt8(ascii: "\n") }
        if let offset = bytes.firstIndex(where: isForbidden) {
            throw .controlCharacter(offset: offset)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    }

    /// The position of the last line feed that follows another.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        let feed = UInt8(ascii: "\n")
        return bytes.indices.dropFirst().last { bytes[$0] == feed && bytes[$0 - 1] == feed }
    }
}
