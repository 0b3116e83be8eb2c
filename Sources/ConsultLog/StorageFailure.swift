/// Why the storage did not do what it was asked.
public enum StorageFailure: Error, Hashable, Sendable {
    /// Certainly nothing was written.
    case notWritten(NotWritten)
    /// Everything was written or nothing: nobody can say without a look.
    case unknownOutcome
    /// The operating system could not make a write durable, and may have dropped it: what is in its
    /// caches can no longer be trusted (fsync(2), EIO). The process must end.
    case syncFailed
    /// Nothing can be read now.
    case unreadable
}
