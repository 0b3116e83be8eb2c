/// The signatures that a token may carry (RFC 7518 §3.1). There is no other: `none` and the shared
/// secrets of `HS…` cannot even be named.
public enum SigningAlgorithm: String, Hashable, Sendable, CaseIterable {
    /// ECDSA over P-256 with SHA-256.
    case es256 = "ES256"
    /// RSASSA-PSS with SHA-256.
    case ps256 = "PS256"
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    case rs256 = "RS256"
}
