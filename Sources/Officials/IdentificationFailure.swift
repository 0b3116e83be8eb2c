/// Why nobody can say now who an official is.
public enum IdentificationFailure: Error, Hashable, Sendable {
    /// The keys of the identity provider cannot be had.
    case keys(KeySetFailure)
    /// It cannot be read who has left.
    case directory(OfficialsFailure)
}
