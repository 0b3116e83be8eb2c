/// The card register gives no answer.
public enum CardStorageFailure: Error, Hashable, Sendable {
    /// It could not be read, or nothing was written.
    case unavailable
    /// Whether the card was written is not known: record the same card again to find out.
    case outcomeUnknown
}
