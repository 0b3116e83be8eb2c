public import Facts

/// What the identity provider gives for a code, unverified. Printing it shows nothing.
public struct IdentityAnswer: Hashable, Sendable, Redacted {
    /// A JWT.
    public let identityToken: String
    /// JSON of what the provider tells of the person, where it was asked for.
    public let userInfo: [UInt8]?

    public init(identityToken: String, userInfo: [UInt8]? = nil) {
        self.identityToken = identityToken
        self.userInfo = userInfo
    }
}
