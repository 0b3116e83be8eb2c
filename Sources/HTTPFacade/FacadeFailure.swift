/// Why the facade could not be set up; paths are of our own files.
public enum FacadeFailure: Error, Hashable, Sendable {
    /// A certificate or key of this listener cannot be used.
    case unusableIdentity(listener: String)
}

extension FacadeFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusableIdentity(let listener):
            "a certificate or private key of the \(listener) listener cannot be read or used"
        }
    }
}
