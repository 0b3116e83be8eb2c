/// How officials sign in for the pages (OpenID Connect Core §3.1, PKCE RFC 7636).
public struct SignInRules: Hashable, Sendable {
    /// How long a sign-in that was begun may take.
    public static let attemptLifetime = Duration.seconds(600)
    /// About how many the provider is asked at once; whoever comes then tries again.
    public static let mostEnding = 32
    /// Of how many that were ended it is known that they were.
    public static let mostEnded = 10_000
    /// After how long a session ends, whatever is done in it.
    public static let sessionLifetime = Duration.seconds(8 * 3600)
    /// After how long a session ends in which nothing is done.
    public static let sessionPause = Duration.seconds(1800)
    /// How many sessions there may be; the oldest ends for a new one.
    public static let mostSessions = 50_000

    /// The identity provider, exactly as its tokens write it.
    public let issuer: String
    /// The name of the gateway at the identity provider.
    public let client: String
    /// Where browsers are sent to.
    public let authorisation: String
    /// Where browsers come back to.
    public let redirect: String
    /// What is asked of the provider, with spaces between; `openid` among it.
    public let scope: String
    /// Never empty.
    public let algorithms: Set<SigningAlgorithm>
    /// The claim that names the official.
    public let officialClaim: String

    public init(
        issuer: String, client: String, authorisation: String, redirect: String,
        scope: String = "openid profile egovnrn", algorithms: Set<SigningAlgorithm>,
        officialClaim: String
    ) {
        precondition(!algorithms.isEmpty, "some algorithm must be allowed")
        self.issuer = issuer
        self.client = client
        self.authorisation = authorisation
        self.redirect = redirect
        self.scope = scope
        self.algorithms = algorithms
        self.officialClaim = officialClaim
    }
}
