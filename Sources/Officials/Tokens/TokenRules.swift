/// What an access token must be to be believed (RFC 9068 §4, RFC 8705 §3).
public struct TokenRules: Hashable, Sendable {
    /// How far the clocks of the identity provider and of the gateway may be apart.
    public static let skew = Duration.seconds(30)
    /// How many bytes a token may have.
    public static let mostBytes = 8 * 1024

    /// The identity provider, exactly as the tokens write it.
    public let issuer: String
    /// The gateway, as the identity provider calls it.
    public let audience: String
    /// Never empty.
    public let algorithms: Set<SigningAlgorithm>
    /// The scope without which a token identifies nobody; `nil` when none is asked for.
    public let scope: String?
    /// The claim that names the official: `sub`, `egovNRN`.
    public let officialClaim: String
    /// The scope of a token that names a citizen and no official; `nil` when no citizen has one.
    public let citizenScope: String?

    public init(
        issuer: String, audience: String, algorithms: Set<SigningAlgorithm>, scope: String?,
        officialClaim: String, citizenScope: String? = nil
    ) {
        precondition(!algorithms.isEmpty, "some algorithm must be allowed")
        self.issuer = issuer
        self.audience = audience
        self.algorithms = algorithms
        self.scope = scope
        self.officialClaim = officialClaim
        self.citizenScope = citizenScope
    }
}
