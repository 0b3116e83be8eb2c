/// Why a token identifies nobody. None of it holds anything that the token says.
public enum TokenRefusal: String, Error, Hashable, Sendable, CaseIterable {
    /// It is longer than any token of ours.
    case tooLong
    /// It is not three parts in base64url with JSON in the first two, or lacks what each has.
    case malformed
    /// It is a token of another kind than an access token (RFC 9068 §4, `typ`).
    case wrongType
    /// It has a header that must be understood and is not (RFC 7515 §4.1.11).
    case criticalHeader
    /// It is signed in a way that is not allowed, or that the key is not for.
    case algorithmNotAllowed
    /// It names no key, or one that the identity provider does not have.
    case unknownKey
    /// Its signature is not of that key.
    case wrongSignature
    case wrongIssuer
    /// It is for somebody else.
    case wrongAudience
    case expired
    /// It is not valid yet, or was issued in the future.
    case notYetValid
    /// It is not bound to a certificate (RFC 8705 §3.1).
    case notBound
    /// It is bound to another certificate than that of the connection.
    case boundToAnother
    /// It does not have the scope that is asked for.
    case missingScope
    /// It names no official.
    case noOfficial
    /// The official has left, or the token was issued before they had.
    case deactivated
    /// No identity provider is known here.
    case noProvider
}
