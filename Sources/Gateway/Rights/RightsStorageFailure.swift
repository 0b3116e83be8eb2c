/// Why the storage of rights did not do what it was asked.
public enum RightsStorageFailure: Error, Hashable, Sendable {
    /// Certainly nothing was written, or nothing can be read now.
    case unavailable
    /// It was written, or it was not: the revision tells, once it can be read.
    case outcomeUnknown
    /// What is kept there is not what was written.
    case damaged
}
