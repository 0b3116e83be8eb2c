import CanonicalJSON
import Crypto
import Facts

/// Makes the tokens of the simulated identity provider (RFC 9068, OpenID Connect Core §2), spoilt
/// where a fault spoils them.
struct IdentityTokens: Sendable {
    /// How long a token is valid, in seconds.
    static let lifetime: Int64 = 300

    let issuer: String
    /// For whom access tokens are.
    let audience: String
    let switches: IdentitySwitches
    let now: @Sendable () -> Timestamp

    /// An access token, bound to the client's certificate.
    ///
    /// - Parameters:
    ///   - official: `nil` for a client on its own behalf.
    ///   - thumbprint: SHA-256 of the certificate (DER).
    func access(
        _ official: SimulatedOfficial?, client: String, scope: String, thumbprint: [UInt8]
    ) throws -> String {
        let fault = switches.fault
        var claims = times(isExpired: fault == .expired)
        claims["iss"] = .string(fault == .wrongIssuer ? "https://elsewhere.example" : issuer)
        claims["aud"] = .string(fault == .wrongAudience ? "https://elsewhere.example" : audience)
        claims["client_id"] = .string(client)
        claims["scope"] = .string(scope)
        claims["jti"] = .string(URLBase64.text(SystemRandomNumberGenerator.bytes(16)))
        if let official {
            claims["sub"] = .string(official.subject)
            claims["egovNRN"] = .string(official.egovNRN)
        }
        if fault != .unbound {
            claims["cnf"] = ["x5t#S256": .string(URLBase64.text(thumbprint))]
        }
        return try signed(claims, type: "at+jwt", fault)
    }

    /// The identity token of a sign-in.
    func identity(_ granted: IdentitySwitches.Granted) throws -> String {
        var claims = times(isExpired: switches.fault == .expired)
        claims["iss"] = .string(issuer)
        claims["aud"] = .string(granted.client)
        claims["nonce"] = granted.nonce.map { .string($0) }
        for (name, value) in Self.person(granted.official) { claims[name] = value }
        return try signed(claims, type: "JWT", switches.fault)
    }

    /// What is told of somebody, as the Belgian federal service does.
    static func person(_ official: SimulatedOfficial) -> [(String, JSONValue)] {
        [
            ("sub", .string(official.subject)), ("egovNRN", .string(official.egovNRN)),
            ("givenName", .string(official.givenName)), ("surname", .string(official.surname)),
            ("prefLanguage", "nl"),
        ]
    }

    /// The official of a token of ours that still counts.
    func bearer(_ token: String) -> String? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let signature = URLBase64.bytes(parts[2]),
            let claims = URLBase64.bytes(parts[1]).flatMap({ try? JSONValue(parsing: $0) }),
            let expires = claims["exp"]?.integer, now().milliseconds / 1000 < expires,
            let good = try? P256.Signing.ECDSASignature(rawRepresentation: signature),
            switches.keys.contains(where: {
                $0.key.publicKey.isValidSignature(good, for: Array("\(parts[0]).\(parts[1])".utf8))
            })
        else { return nil }
        return claims["sub"]?.string
    }

    private func times(isExpired: Bool) -> JSONObject {
        let seconds = now().milliseconds / 1000 - (isExpired ? 86_400 : 0)
        return ["iat": .integer(seconds), "exp": .integer(seconds + Self.lifetime)]
    }

    private func signed(
        _ claims: JSONObject, type: String, _ fault: IdentityFault?
    ) throws -> String {
        guard let key = switches.keys.first else { throw SimulationFailure.notListening }
        let header: JSONValue = [
            "typ": .string(type), "alg": fault == .unsigned ? "none" : "ES256",
            "kid": .string(fault == .unknownKey ? "simulated-0" : key.name),
        ]
        let content =
            try "\(URLBase64.text(header.canonicalBytes()))"
            + ".\(URLBase64.text(JSONValue.object(claims).canonicalBytes()))"
        guard fault != .unsigned else { return content + "." }
        let signature = try key.key.signature(for: Array(content.utf8))
        return content + "." + URLBase64.text(signature.rawRepresentation)
    }

    /// The key set (RFC 7517 §5).
    var keySet: JSONValue {
        [
            "keys": .array(
                switches.keys.map { key in
                    let point = Array(key.key.publicKey.rawRepresentation)
                    return [
                        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256",
                        "kid": .string(key.name), "x": .string(URLBase64.text(point[..<32])),
                        "y": .string(URLBase64.text(point[32...])),
                    ]
                })
        ]
    }
}

extension SystemRandomNumberGenerator {
    /// Bytes that nobody can predict.
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
