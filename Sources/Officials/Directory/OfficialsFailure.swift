/// Why the directory of officials gives no answer.
public enum OfficialsFailure: Error, Hashable, Sendable {
    /// It cannot be read.
    case unreadable
    /// Nothing was written.
    case notWritten
    /// Nobody can say whether it was written.
    case unknownOutcome
    /// A record does not open: it was changed, or the key is another.
    case damaged
}
