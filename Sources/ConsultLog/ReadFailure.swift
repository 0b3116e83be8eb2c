/// Why entries could not be read.
public enum ReadFailure: Error, Hashable, Sendable {
    case unreachable
    /// What stands there is not an entry.
    case damaged(LogPosition, EntryFailure)
}
