import Officials
import StrictYAML

extension Configuration {
    /// The identity provider whose tokens name officials.
    struct IdentityProvider: Sendable {
        let rules: TokenRules
        /// Where its keys are published.
        let keySet: SourceURL
        /// The authority of its server certificate.
        let authority: String
        /// Whether an official must be in the directory; `nil` when the directory tells.
        let mustBeKnown: Bool?
        /// `nil` when nobody signs in for the pages.
        var signIn: SignIn?
    }

    /// How officials sign in for the pages.
    struct SignIn: Sendable {
        /// The name of the gateway at the provider.
        let client: String
        let authorisation: SourceURL
        let token: SourceURL
        /// Where the provider tells what its identity tokens do not; may be absent.
        let userInfo: SourceURL?
        /// Where browsers come back to.
        let redirect: SourceURL
        let scope: String
        /// The gateway's own certificate towards the provider, and its key.
        let certificate: String
        let privateKey: String
    }
}

extension YAMLReader {
    /// The section, which may be absent: that is `.some(nil)`.
    mutating func identityProvider(_ folder: String) -> Configuration.IdentityProvider?? {
        guard has("identityProvider") else { return .some(nil) }
        return mapping("identityProvider") { section in section.provider(folder) }.map { $0 }
    }

    private mutating func provider(_ folder: String) -> Configuration.IdentityProvider? {
        let issuer = text("issuer")
        let audience = text("audience")
        let keySet = sourceURL("keySet")
        let authority = filePath("authority", in: folder)
        let algorithms = text("algorithms", expected: Self.algorithmNames) { text in
            let names = text.split(separator: " ")
            let algorithms = names.compactMap { SigningAlgorithm(rawValue: String($0)) }
            return names.isEmpty || algorithms.count != names.count ? nil : Set(algorithms)
        }
        let claim = text("officialClaim")
        let scope = optionalText("scope")
        let citizenScope = optionalText("citizenScope")
        let mustBeKnown: Bool?? =
            has("mustBeKnown") ? boolean("mustBeKnown").map { $0 } : .some(nil)
        let signIn: Configuration.SignIn?? =
            has("signIn")
            ? mapping("signIn") { section in section.signIn(folder) }.map { $0 } : .some(nil)
        guard let issuer, let audience, let keySet, let authority, let algorithms, let claim,
            let mustBeKnown, let signIn
        else { return nil }
        return Configuration.IdentityProvider(
            rules: TokenRules(
                issuer: issuer, audience: audience, algorithms: algorithms, scope: scope,
                officialClaim: claim, citizenScope: citizenScope), keySet: keySet,
            authority: authority,
            mustBeKnown: mustBeKnown, signIn: signIn)
    }

    private mutating func signIn(_ folder: String) -> Configuration.SignIn? {
        let client = text("client")
        let authorisation = sourceURL("authorisation")
        let token = sourceURL("token")
        let userInfo: SourceURL?? = has("userInfo") ? sourceURL("userInfo").map { $0 } : .some(nil)
        let redirect = sourceURL("redirect")
        let scope = has("scope") ? text("scope") : "openid profile egovnrn"
        let certificate = filePath("certificate", in: folder)
        let privateKey = filePath("privateKey", in: folder)
        guard let client, let authorisation, let token, let userInfo, let redirect, let scope,
            let certificate, let privateKey
        else { return nil }
        return Configuration.SignIn(
            client: client, authorisation: authorisation, token: token, userInfo: userInfo,
            redirect: redirect, scope: scope, certificate: certificate, privateKey: privateKey)
    }

    private static var algorithmNames: String {
        "one or more of \(SigningAlgorithm.allCases.map(\.rawValue).joined(separator: ", "))"
            + ", with a space between"
    }
}
