import CanonicalJSON
import HTTPTypes
import Officials

// Tokens that are not good, as the belgif guide and RFC 6750 §3 want them told.
extension Problem {
    private static let realm = "Bearer realm=\"onlyonce\""

    /// A request that only an official can make, without a token.
    static var noAccessToken: Problem {
        Problem(
            .noAccessToken, ["detail": "No Bearer access token found in Authorization HTTP header"],
            headers: [.wwwAuthenticate: realm])
    }

    /// - Parameter scope: the one that is asked for.
    init(_ refusal: TokenRefusal, scope: String?) {
        let words = refusal.words
        switch refusal {
        case .expired:
            self.init(
                .expiredAccessToken, ["detail": .string(words)],
                headers: Self.challenge("invalid_token", words))
        case .missingScope:
            self.init(
                .missingScope,
                [
                    "detail": .string(words),
                    "requiredScopes": .array(scope.map { [.string($0)] } ?? []),
                ], headers: Self.challenge("insufficient_scope", words, scope: scope))
        case .tooLong, .malformed, .wrongType, .criticalHeader, .algorithmNotAllowed, .unknownKey,
            .wrongSignature, .wrongIssuer, .wrongAudience, .notYetValid, .notBound,
            .boundToAnother, .noOfficial, .deactivated, .noProvider:
            self.init(
                .invalidAccessToken, ["detail": .string(words)],
                headers: Self.challenge("invalid_token", words))
        }
    }

    private static func challenge(
        _ error: String, _ words: String, scope: String? = nil
    ) -> HTTPFields {
        var text = "\(realm), error=\"\(error)\", error_description=\"\(words)\""
        if let scope { text += ", scope=\"\(scope)\"" }
        return [.wwwAuthenticate: text]
    }
}

extension TokenRefusal {
    /// For whoever builds a client; it says nothing of what the token holds.
    fileprivate var words: String {
        switch self {
        case .tooLong: "The access token is too long"
        case .malformed: "The access token is malformed"
        case .wrongType: "The token is no access token (at+jwt)"
        case .criticalHeader: "The access token has a critical header that is not known"
        case .algorithmNotAllowed: "The access token is signed in a way that is not allowed"
        case .unknownKey: "The access token is signed by an unknown key"
        case .wrongSignature: "The signature of the access token is wrong"
        case .wrongIssuer: "The access token is of another issuer"
        case .wrongAudience: "The access token is for another audience"
        case .expired: "The access token expired"
        case .notYetValid: "The access token is not valid yet"
        case .notBound: "The access token is not bound to a client certificate"
        case .boundToAnother: "The access token is bound to another client certificate"
        case .missingScope: "The access token lacks the required scope"
        case .noOfficial: "The access token identifies no official"
        case .deactivated: "The access token is no longer accepted"
        case .noProvider: "Access tokens are not accepted here"
        }
    }
}
