/// What a log says of itself: its origin, its size and its root (C2SP tlog-checkpoint).
public struct Checkpoint: Sendable {
    public let origin: LogOrigin
    /// The number of leaves, at most 2⁶³ − 1.
    public let size: UInt64
    public let root: TreeHash
    /// Further lines, whose meaning is the log's own: none of them empty.
    public let extensionLines: [String]

    /// A checkpoint without further lines.
    public init(origin: LogOrigin, size: UInt64, root: TreeHash) {
        precondition(size <= Decimal.largest)
        self.origin = origin
        self.size = size
        self.root = root
        extensionLines = []
    }

    /// Reads the text of a note.
    ///
    /// - Throws: ``CheckpointFailure`` unless it is exactly what ``text`` writes.
    public init(parsing text: [UInt8]) throws(CheckpointFailure) {
        var lines = Lines(text)
        guard let line = lines.next(), let name = String(validating: line, as: UTF8.self),
            let origin = LogOrigin(name)
        else { throw .malformed(line: 1) }
        guard let line = lines.next(), let size = Decimal.number(line) else {
            throw .malformed(line: 2)
        }
        guard let line = lines.next(), let root = TreeHash(base64: line) else {
            throw .malformed(line: 3)
        }
        var extensionLines: [String] = []
        while !lines.rest.isEmpty {
            guard let line = lines.next(), !line.isEmpty,
                let text = String(validating: line, as: UTF8.self)
            else { throw .malformed(line: 4 + extensionLines.count) }
            extensionLines.append(text)
        }
        guard size > 0 || root == .emptyRoot else { throw .wrongEmptyRoot }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensionLines = extensionLines
    }

    /// The text of the note.
    public var text: [UInt8] {
        let lines = [origin.text, String(size), root.base64] + extensionLines
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// Signs it as the log.
    ///
    /// - Throws: ``SigningFailure`` when the cryptographic library fails.
    public func signed(by signer: NoteSigner) throws(SigningFailure) -> SignedCheckpoint {
        let signature = try signer.sign(text)
        guard let note = try? SignedNote(text: text, signatures: [signature]),
            let signed = try? SignedCheckpoint(note)
        else { throw SigningFailure() }
        return signed
    }
}

extension Checkpoint: Hashable {
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool { left.text == right.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
