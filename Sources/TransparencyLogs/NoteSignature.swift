/// A signature line of a note, not yet checked (C2SP signed-note).
public struct NoteSignature: Hashable, Sendable {
    public let name: KeyName
    /// The first four bytes of a hash over the name and the key.
    public let keyID: UInt32
    /// What the key's algorithm made: at least one byte.
    public let signature: [UInt8]

    public init(name: KeyName, keyID: UInt32, signature: [UInt8]) {
        precondition(!signature.isEmpty)
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads a line without its line feed; `nil` unless it is exactly what ``line`` writes.
    init?(line: ArraySlice<UInt8>) {
        guard let rest = line.dropping(prefix: "— "),
            let space = rest.firstIndex(of: UInt8(ascii: " ")),
            let name = KeyName(rest[..<space]),
            let bytes = Base64.bytes(rest[(space + 1)...]), bytes.count > 4
        else { return nil }
        self.name = name
        keyID = bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        signature = Array(bytes[4...])
    }

    /// Reads signature lines, such as a witness answers.
    ///
    /// - Throws: ``NoteFailure/malformedSignature(line:)`` or ``NoteFailure/tooManySignatures``.
    public static func parse(lines bytes: [UInt8]) throws(NoteFailure) -> [NoteSignature] {
        guard bytes.count <= SignedNote.mostBytes else { throw .tooLarge }
        var lines = Lines(bytes)
        var signatures: [NoteSignature] = []
        while !lines.rest.isEmpty {
            guard signatures.count < SignedNote.mostSignatures else { throw .tooManySignatures }
            guard let line = lines.next(), let signature = NoteSignature(line: line) else {
                throw .malformedSignature(line: signatures.count + 1)
            }
            signatures.append(signature)
        }
        return signatures
    }

    /// The line, with its line feed.
    public var line: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) }
        return "— \(name) \(Base64.text(id + signature))\n"
    }
}
