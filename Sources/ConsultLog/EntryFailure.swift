public import CanonicalJSON

/// Why bytes are not an entry. It names fields and places, never what stood there.
public enum EntryFailure: Error, Hashable, Sendable {
    case tooLong
    case notJSON(JSONFailure)
    /// A version or kind that this program does not know.
    case unknownForm
    case fields(JSONFieldIssues)
    /// The content is an entry's, in other bytes than the canonical ones.
    case notCanonical
}
