public import AccessRights
import CanonicalJSON
import ConsultLog
public import Facts

/// Looks at access tokens: whether the identity provider made them, for the gateway, for now, and
/// for the certificate by which they came.
///
/// Nothing that a token says is looked at before its signature, but what names its kind, its key
/// and its algorithm.
public struct TokenVerifier: Sendable {
    let rules: TokenRules
    private let keys: KeySetCache

    public init(_ rules: TokenRules, keys: KeySetCache) {
        self.rules = rules
        self.keys = keys
    }

    /// The scope without which a token identifies nobody.
    public var scope: String? { rules.scope }

    /// Looks at the token that came over a connection.
    ///
    /// - Parameter certificate: that of the connection, which the token must be bound to.
    /// - Throws: ``KeySetFailure`` when the keys of the identity provider cannot be had: nobody can
    ///   say then whether the token is good.
    public func verdict(
        on token: some StringProtocol, presentedBy certificate: CertificateFingerprint,
        at now: Timestamp
    ) async throws(KeySetFailure) -> TokenVerdict {
        let unverified: UnverifiedToken
        let algorithm: SigningAlgorithm
        let name: String
        do throws(TokenRefusal) {
            unverified = try UnverifiedToken(parsing: token)
            (algorithm, name) = try header(of: unverified)
        } catch {
            return .refused(error)
        }
        guard let key = try await keys.key(named: name) else { return .refused(.unknownKey) }
        do throws(TokenRefusal) {
            try key.check(unverified, algorithm)
            return try believed(unverified, certificate, now)
        } catch {
            return .refused(error)
        }
    }

    private func header(
        of token: UnverifiedToken
    ) throws(TokenRefusal) -> (SigningAlgorithm, key: String) {
        guard ["at+jwt", "application/at+jwt"].contains(token.header["typ"]?.string?.lowercased())
        else { throw .wrongType }
        guard token.header["crit"] == nil else { throw .criticalHeader }
        let algorithm = try token.algorithm(among: rules.algorithms)
        guard let name = token.header["kid"]?.string else { throw .unknownKey }
        return (algorithm, name)
    }

    /// What the claims say, once the signature is good.
    private func believed(
        _ token: UnverifiedToken, _ certificate: CertificateFingerprint, _ now: Timestamp
    ) throws(TokenRefusal) -> TokenVerdict {
        guard token.claims["iss"]?.string == rules.issuer else { throw .wrongIssuer }
        guard token.names(rules.audience, in: "aud") else { throw .wrongAudience }
        guard let expires = try token.moment("exp"), let issued = try token.moment("iat") else {
            throw .malformed
        }
        guard now.milliseconds < expires.milliseconds + Self.skew else { throw .expired }
        let begins = max(issued, try token.moment("nbf") ?? issued)
        guard begins.milliseconds - Self.skew <= now.milliseconds else { throw .notYetValid }
        guard let bound = token.claims["cnf"]?["x5t#S256"]?.string else { throw .notBound }
        guard Base64URL.bytes(bound) == certificate.bytes else { throw .boundToAnother }
        if let citizen = try citizen(of: token, issuedAt: issued, expires: expires) {
            return .citizen(citizen)
        }
        if let scope = rules.scope {
            guard token.hasScope(scope) else { throw .missingScope }
        }
        guard let named = token.claims[rules.officialClaim]?.string,
            let official = OfficialID(named: named)
        else { throw .noOfficial }
        return .accepted(VerifiedToken(official: official, issuedAt: issued, expires: expires))
    }

    private static let skew = TokenRules.skew.components.seconds * 1000
}
