/// Why lists of revocations cannot be used.
public enum InvalidRevocationLists: Error, Hashable, Sendable {
    /// There is no list in the file, or it is no list (RFC 5280 §5).
    case malformed
    /// It is signed in a way, or has a critical extension, that is not understood: it might say
    /// less than it seems to.
    case unsupported
    /// None of the authorities has the name of its issuer, or may sign lists.
    case foreignIssuer
    /// The issuer did not sign it.
    case wrongSignature
    /// It says of itself that it was issued in the future.
    case notYetIssued
    /// The file of the authorities holds something that is no certificate.
    case malformedAuthority
}

extension InvalidRevocationLists: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed: "holds no list of revocations in PEM or DER"
        case .unsupported:
            "holds a list of revocations with a signature or critical extension that is not "
                + "understood"
        case .foreignIssuer: "holds a list of revocations of no authority that is trusted"
        case .wrongSignature: "holds a list of revocations that its authority did not sign"
        case .notYetIssued: "holds a list of revocations that is dated in the future"
        case .malformedAuthority: "cannot be checked: the authorities' certificates cannot be read"
        }
    }
}
