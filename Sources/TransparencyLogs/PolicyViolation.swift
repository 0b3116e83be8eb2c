/// Why a checkpoint does not satisfy a policy.
public enum PolicyViolation: Error, Hashable {
    /// No log of its origin is known.
    case unknownLog
    case note(NoteFailure)
    /// Witnesses signed, but no key of the log.
    case notSignedByLog
    /// This many witnesses that the policy names cosigned, and that is not enough.
    case noQuorum(cosignatures: Int)
}
