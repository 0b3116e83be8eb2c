import ConsultLog
public import Crypto
public import CryptoExtras
import Foundation

/// An identity provider in memory: its keys, and tokens of whatever kind.
///
/// It signs with the primitives themselves, so that it shares no code with what is tested.
public struct TokenMint: Sendable {
    public let issuer = "https://idp.example"
    public let audience = "https://onlyonce.example"
    public let elliptic: P256.Signing.PrivateKey
    public let rsa: _RSA.Signing.PrivateKey

    public init() throws {
        elliptic = P256.Signing.PrivateKey()
        rsa = try Self.onlyRSA.get()
    }

    /// One for all mints: it takes long to make.
    private static let onlyRSA = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// The public key in PEM, which somebody could take for a shared secret.
    public var publishedRSA: [UInt8] { Array(rsa.publicKey.pemRepresentation.utf8) }

    /// How a token is signed.
    public enum Signature: Sendable {
        case es256, rs256, ps256, none
        case hmac([UInt8])
        case another
    }

    /// A token with these claims over those of a good one; `nil` takes one away.
    public func token(
        at seconds: Int64, boundTo thumbprint: [UInt8]?, _ changes: [String: (any Sendable)?] = [:],
        header: [String: (any Sendable)?] = [:], signed signature: Signature = .es256
    ) throws -> String {
        var claims: [String: Any] = [
            "iss": issuer, "aud": audience, "sub": "official-1", "iat": seconds,
            "exp": seconds + 300, "scope": "openid onlyonce", "client_id": "parking-schaerbeek",
        ]
        if let thumbprint {
            claims["cnf"] = ["x5t#S256": Base64URL.text(thumbprint)]
        }
        for (name, value) in changes { claims[name] = value }
        var head: [String: Any] = ["typ": "at+jwt"]
        switch signature {
        case .es256: (head["alg"], head["kid"]) = ("ES256", "ec-1")
        case .another: (head["alg"], head["kid"]) = ("ES256", "ec-1")
        case .rs256: (head["alg"], head["kid"]) = ("RS256", "rsa-1")
        case .ps256: (head["alg"], head["kid"]) = ("PS256", "rsa-1")
        case .none: (head["alg"], head["kid"]) = ("none", "ec-1")
        case .hmac: (head["alg"], head["kid"]) = ("HS256", "rsa-1")
        }
        for (name, value) in header { head[name] = value }
        let signed = try "\(part(head)).\(part(claims))"
        return try "\(signed).\(Base64URL.text(bytes(of: signature, over: Array(signed.utf8))))"
    }

    /// The key set, with members of our own in the place of the two.
    public func keySet(_ members: [[String: Any]]? = nil) throws -> [UInt8] {
        let keys = try members ?? [ellipticKey, rsaKey]
        return Array(try JSONSerialization.data(withJSONObject: ["keys": keys]))
    }

    public var ellipticKey: [String: Any] { Self.member(elliptic.publicKey, "ec-1") }

    public static func member(
        _ key: P256.Signing.PublicKey, _ name: String
    ) -> [String: Any] {
        let point = Array(key.rawRepresentation)
        return [
            "kty": "EC", "crv": "P-256", "kid": name, "use": "sig", "alg": "ES256",
            "x": Base64URL.text(point[..<32]), "y": Base64URL.text(point[32...]),
        ]
    }

    public var rsaKey: [String: Any] {
        get throws {
            let parts = try rsa.publicKey.getKeyPrimitives()
            return [
                "kty": "RSA", "kid": "rsa-1", "use": "sig",
                "n": Base64URL.text(Array(parts.modulus)),
                "e": Base64URL.text(Array(parts.publicExponent)),
            ]
        }
    }

    private func part(_ object: [String: Any]) throws -> String {
        Base64URL.text(Array(try JSONSerialization.data(withJSONObject: object)))
    }

    private func bytes(of signature: Signature, over content: [UInt8]) throws -> [UInt8] {
        switch signature {
        case .es256: Array(try elliptic.signature(for: content).rawRepresentation)
        case .another:
            Array(try P256.Signing.PrivateKey().signature(for: content).rawRepresentation)
        case .rs256:
            Array(try rsa.signature(for: content, padding: .insecurePKCS1v1_5).rawRepresentation)
        case .ps256: Array(try rsa.signature(for: content, padding: .PSS).rawRepresentation)
        case .none: []
        case .hmac(let secret):
            Array(
                HMAC<SHA256>.authenticationCode(
                    for: content, using: SymmetricKey(data: secret)))
        }
    }
}
