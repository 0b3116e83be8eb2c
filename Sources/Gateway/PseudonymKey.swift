public import Crypto
import Facts

/// The secret from which pseudonyms are made.
public struct PseudonymKey: Sendable {
    private let secret: SymmetricKey

    /// Takes a secret of at least 32 bytes.
    public init(secret: SymmetricKey) {
        precondition(secret.bitCount >= 256, "a pseudonym key has at least 256 bits")
        self.secret = secret
    }

    /// Makes pseudonyms of one municipality.
    func pseudonyms(for municipality: NISCode) -> (SSIN) -> Pseudonym {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("pseudonym \(municipality.digits)".utf8),
            outputByteCount: 32)
        return { ssin in
            let code = HMAC<SHA256>.authenticationCode(for: Array(ssin.digits.utf8), using: key)
            return Pseudonym(code: code)
        }
    }
}
