import CanonicalJSON
import ConsultLog
import JWTKit

/// A public key of the identity provider, for the signatures that it may be used for.
///
/// The key decides about the algorithm, and the token only names it: so an RSA key never serves as
/// a shared secret, nor one algorithm for another (RFC 8725 §3.1).
public struct VerificationKey: Sendable {
    private let algorithms: [SigningAlgorithm: any JWTAlgorithm]

    /// Checks the signature of a token.
    func check(_ token: UnverifiedToken, _ algorithm: SigningAlgorithm) throws(TokenRefusal) {
        guard let key = algorithms[algorithm] else { throw .algorithmNotAllowed }
        // What cannot even be a signature makes the library throw.
        guard let isGood = try? key.verify(token.signature, signs: token.signed), isGood else {
            throw .wrongSignature
        }
    }

    /// Makes the key of one member of a key set; `nil` when it is none for signatures that we know.
    /// Whatever private part it should hold is left alone.
    init?(_ member: JSONValue, named name: String) async {
        if let use = member["use"], use.string != "sig" { return nil }
        if let operations = member["key_ops"]?.array,
            !operations.contains(where: { $0.string == "verify" })
        {
            return nil
        }
        let candidates: [SigningAlgorithm]
        switch member["kty"]?.string {
        case "EC" where member["crv"]?.string == "P-256": candidates = [.es256]
        case "RSA": candidates = [.ps256, .rs256]
        default: return nil
        }
        let stated = member["alg"].map { $0.string ?? "" }
        var algorithms: [SigningAlgorithm: any JWTAlgorithm] = [:]
        for algorithm in candidates where stated ?? algorithm.rawValue == algorithm.rawValue {
            algorithms[algorithm] = await Self.key(member, algorithm, name)
        }
        guard !algorithms.isEmpty else { return nil }
        self.algorithms = algorithms
    }

    /// The most bytes of a modulus: 8192 bits.
    private static let mostModulusBytes = 1024

    private static func key(
        _ member: JSONValue, _ algorithm: SigningAlgorithm, _ name: String
    ) async -> (any JWTAlgorithm)? {
        let identifier = JWKIdentifier(string: name)
        let key: JWK
        switch algorithm {
        case .es256:
            guard let x = member["x"]?.string, let y = member["y"]?.string,
                Base64URL.bytes(x)?.count == 32, Base64URL.bytes(y)?.count == 32
            else { return nil }
            key = .ecdsa(.es256, identifier: identifier, x: x, y: y, curve: .p256)
        case .ps256, .rs256:
            guard let modulus = member["n"]?.string, let exponent = member["e"]?.string,
                let size = Base64URL.bytes(modulus)?.count, size <= mostModulusBytes,
                let length = Base64URL.bytes(exponent)?.count, (1...4).contains(length)
            else { return nil }
            key = .rsa(
                algorithm == .ps256 ? .ps256 : .rs256, identifier: identifier, modulus: modulus,
                exponent: exponent)
        }
        let collection = JWTKeyCollection()
        guard (try? await collection.add(jwk: key)) != nil else { return nil }
        return try? await collection.getKey(for: identifier, alg: algorithm.rawValue)
    }
}
