public import Officials

/// How the facade knows officials.
public struct OfficialFaces: Sendable {
    let tokens: TokenCheck?
    let scope: String?
    let directory: OfficialDirectory?
    let signIn: SignInDesk?

    /// - Parameters:
    ///   - tokens: looks at access tokens; without it none is good.
    ///   - scope: the scope that they must have, for those that lack it.
    ///   - directory: kept by the personnel system; without it there are no such operations.
    ///   - signIn: signs officials in for the pages; without it nobody is.
    public init(
        tokens: TokenCheck? = nil, scope: String? = nil, directory: OfficialDirectory? = nil,
        signIn: SignInDesk? = nil
    ) {
        self.tokens = tokens
        self.scope = scope
        self.directory = directory
        self.signIn = signIn
    }

    /// The operations of the web listener.
    var web: [Route] { signIn.map { SignInRoutes(desk: $0).all } ?? [] }

    /// The operations of the api listener.
    var api: [Route] {
        guard let directory else { return [] }
        return SCIMRoutes(directory: directory).all + DelegationRoutes(directory: directory).all
    }
}
