/// What goes wrong at the simulated identity provider.
public enum IdentityFault: String, Hashable, Sendable, CaseIterable {
    /// Connections are closed without an answer.
    case down
    /// The key set is of sixteen mebibytes.
    case hugeKeySet
    /// The key set is not JSON.
    case garbledKeySet
    /// The key set is answered with an error of the server.
    case noKeySet
    /// Tokens are not signed, and say so.
    case unsigned
    /// Tokens are for somebody else.
    case wrongAudience
    /// Tokens are of another issuer.
    case wrongIssuer
    /// Tokens are bound to no certificate.
    case unbound
    /// Tokens expired long ago.
    case expired
    /// Tokens name a key that the key set does not have.
    case unknownKey
}
