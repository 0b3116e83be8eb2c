/// Why the repertory of references shows nothing.
public enum ReferenceListingFailure: Error, Hashable, Sendable {
    /// The look could not be recorded in the log.
    case notLogged
    case unreadable
}
