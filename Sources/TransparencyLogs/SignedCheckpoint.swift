/// A checkpoint with its signatures, well formed but not yet believed (C2SP tlog-checkpoint).
public struct SignedCheckpoint: Hashable, Sendable {
    /// The note whose text the checkpoint is.
    public let note: SignedNote
    /// What the note says; it means nothing before ``verify(origin:keys:)``.
    public let unverified: Checkpoint

    /// Reads a note whose text is a checkpoint.
    ///
    /// - Throws: ``CheckpointFailure``.
    public init(parsing bytes: [UInt8]) throws(CheckpointFailure) {
        let note: SignedNote
        do {
            note = try SignedNote(parsing: bytes)
        } catch {
            throw .note(error)
        }
        try self.init(note)
    }

    /// Reads a note's text as a checkpoint.
    ///
    /// - Throws: ``CheckpointFailure/malformed(line:)`` or ``CheckpointFailure/wrongEmptyRoot``.
    public init(_ note: SignedNote) throws(CheckpointFailure) {
        unverified = try Checkpoint(parsing: note.text)
        self.note = note
    }

    /// As it is published.
    public var bytes: [UInt8] { note.bytes }

    /// Checks that the log of this origin signed it with one of its keys.
    ///
    /// - Throws: ``CheckpointFailure/otherOrigin`` or ``CheckpointFailure/note(_:)``.
    public func verify(
        origin: LogOrigin, keys: [VerifierKey]
    ) throws(CheckpointFailure) -> Checkpoint {
        guard unverified.origin == origin else { throw .otherOrigin }
        do {
            _ = try note.verify(keys)
        } catch {
            throw .note(error)
        }
        return unverified
    }

    /// The checkpoint with more signatures under it, such as those of witnesses.
    ///
    /// - Throws: ``CheckpointFailure/note(_:)`` when there are too many.
    public func adding(
        _ signatures: [NoteSignature]
    ) throws(CheckpointFailure) -> SignedCheckpoint {
        do {
            return try SignedCheckpoint(note: note.adding(signatures), unverified: unverified)
        } catch {
            throw .note(error)
        }
    }

    private init(note: SignedNote, unverified: Checkpoint) {
        self.note = note
        self.unverified = unverified
    }
}
