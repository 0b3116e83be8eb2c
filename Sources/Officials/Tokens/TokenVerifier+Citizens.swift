import CanonicalJSON
import Facts

extension TokenVerifier {
    /// The claim of the Belgian federal service that holds the national number.
    private static let numberClaim = "egovNRN"

    /// The citizen of a token that has the scope of citizens; `nil` when it does not.
    ///
    /// - Throws: ``TokenRefusal/noOfficial`` when it names nobody.
    func citizen(
        of token: UnverifiedToken, issuedAt: Timestamp, expires: Timestamp
    ) throws(TokenRefusal) -> VerifiedCitizen? {
        guard let scope = rules.citizenScope, token.hasScope(scope) else { return nil }
        guard let number = token.claims[Self.numberClaim]?.string,
            let ssin = try? SSIN(parsing: number)
        else { throw .noOfficial }
        return VerifiedCitizen(ssin: ssin, issuedAt: issuedAt, expires: expires)
    }
}

extension UnverifiedToken {
    /// Whether the scope is among those of the token (RFC 8693 §4.2).
    func hasScope(_ scope: String) -> Bool {
        let scopes = claims["scope"]?.string ?? ""
        return scopes.split(separator: " ").contains(Substring(scope))
    }
}
