import ConsultLog
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

    /// A code by which the requests of an official are counted, and by which nobody can name them.
    func code(of official: OfficialID) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("quota official".utf8), outputByteCount: 32)
        return Array(HMAC<SHA256>.authenticationCode(for: Array(official.text.utf8), using: key))
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

    /// Makes pseudonyms of one municipality for what is no person; the text says what it is.
    func pseudonymsOfThings(for municipality: NISCode) -> (String) -> Pseudonym {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("thing \(municipality.digits)".utf8),
            outputByteCount: 32)
        return { text in
            Pseudonym(code: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
        }
    }
}
