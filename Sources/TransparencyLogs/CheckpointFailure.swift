/// Why a note is no checkpoint, or none to be believed. Lines count from 1.
public enum CheckpointFailure: Error, Hashable {
    case malformed(line: Int)
    /// The size is 0 and the root is not that of an empty tree.
    case wrongEmptyRoot
    /// It is another log's.
    case otherOrigin
    case note(NoteFailure)
}
