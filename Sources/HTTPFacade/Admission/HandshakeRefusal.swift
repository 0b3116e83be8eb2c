/// Why a client did not get as far as HTTP. Each is counted; nobody is told which.
enum HandshakeRefusal: String, Hashable, Sendable, CaseIterable {
    case noCertificate
    case notYetValid
    case expired
    case selfSigned
    /// Issued by an authority that the gateway does not trust.
    case foreignIssuer
    case revoked
    /// No list of revocations that is in force covers the certificate.
    case revocationUnknown
    /// The applications' authority was replaced while the handshake was under way: it began under
    /// the one before.
    case overtaken
    /// The handshake failed for a reason that lies in no certificate: an old version of TLS, noise.
    case other
}
