import CanonicalJSON
import ConsultLog
import Facts

/// Looks at identity tokens (OpenID Connect Core §3.1.3.7).
struct IdentityTokenVerifier: Sendable {
    private let rules: SignInRules
    private let keys: KeySetCache

    init(_ rules: SignInRules, _ keys: KeySetCache) {
        self.rules = rules
        self.keys = keys
    }

    /// The official of an identity token that is good.
    ///
    /// - Parameter nonce: what the sign-in was begun with.
    func official(
        of answer: IdentityAnswer, nonce: String, at now: Timestamp
    ) async throws(SignInRefusal) -> OfficialID {
        let token: UnverifiedToken
        let algorithm: SigningAlgorithm
        do throws(TokenRefusal) {
            token = try UnverifiedToken(parsing: answer.identityToken)
            // An access token is never taken for an identity.
            guard ["jwt", nil].contains(token.header["typ"]?.string?.lowercased()) else {
                throw .wrongType
            }
            guard token.header["crit"] == nil else { throw .criticalHeader }
            algorithm = try token.algorithm(among: rules.algorithms)
        } catch {
            throw .wrongToken(error)
        }
        let key: VerificationKey?
        do throws(KeySetFailure) {
            key = try await keys.key(named: token.header["kid"]?.string ?? "")
        } catch {
            throw .failed(.keys(error))
        }
        guard let key else { throw .wrongToken(.unknownKey) }
        do throws(TokenRefusal) {
            try key.check(token, algorithm)
            try check(token, now)
        } catch {
            throw .wrongToken(error)
        }
        guard token.claims["nonce"]?.string == nonce else { throw .wrongNonce }
        guard let named = claim(token, answer), let official = OfficialID(named: named) else {
            throw .wrongToken(.noOfficial)
        }
        return official
    }

    private func check(_ token: UnverifiedToken, _ now: Timestamp) throws(TokenRefusal) {
        guard token.claims["iss"]?.string == rules.issuer else { throw .wrongIssuer }
        guard token.names(rules.client, in: "aud") else { throw .wrongAudience }
        let isShared = (token.claims["aud"]?.array?.count ?? 1) > 1
        if isShared || token.claims["azp"] != nil {
            guard token.claims["azp"]?.string == rules.client else { throw .wrongAudience }
        }
        guard let expires = try token.moment("exp"), let issued = try token.moment("iat") else {
            throw .malformed
        }
        let skew = TokenRules.skew.components.seconds * 1000
        guard now.milliseconds < expires.milliseconds + skew else { throw .expired }
        guard issued.milliseconds - skew <= now.milliseconds else { throw .notYetValid }
    }

    /// The claim stands in the token, or in what the provider tells of the same subject.
    private func claim(_ token: UnverifiedToken, _ answer: IdentityAnswer) -> String? {
        if let own = token.claims[rules.officialClaim] { return own.string }
        guard let subject = token.claims["sub"]?.string,
            let told = answer.userInfo.flatMap({ try? JSONValue(parsing: $0) }),
            told["sub"]?.string == subject
        else { return nil }
        return told[rules.officialClaim]?.string
    }
}
