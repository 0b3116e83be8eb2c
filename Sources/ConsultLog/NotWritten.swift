/// Why something was certainly not written.
public enum NotWritten: String, Error, Hashable, Sendable, CaseIterable {
    case diskFull
    case readOnly
    /// Something else holds the database.
    case busy
    /// The log was closed.
    case closed
    /// The storage failed, and a look showed that nothing was kept.
    case failed
}
