import AccessRights
import CanonicalJSON
public import ConsultLog
public import Crypto

/// The key under which the directory hides the names of officials.
public struct DirectoryKey: Sendable {
    private let codes: HMAC<SHA256>
    private let boxes: SymmetricKey
    /// What the storage keeps of the secret: another one is known by it, and nothing else.
    let check: [UInt8]
    private let random: any RandomSource

    /// Derives it from a secret of at least 32 bytes (HKDF-SHA-256).
    public init(secret: SymmetricKey, random: any RandomSource = SystemRandom()) {
        precondition(secret.bitCount >= 256, "the secret has at least 256 bits")
        func key(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: secret, info: Array("onlyonce officials \(purpose) v1".utf8),
                outputByteCount: 32)
        }
        codes = HMAC<SHA256>(key: key("names"))
        boxes = key("boxes")
        check = Array(
            HMAC<SHA256>.authenticationCode(for: Array("check".utf8), using: key("check")))
        self.random = random
    }

    /// The code by which somebody of this name is found.
    func code(of name: OfficialID) -> [UInt8] {
        var code = codes
        code.update(data: Array(name.text.utf8))
        return Array(code.finalize())
    }

    /// Boxes a text for one record.
    func seal(_ content: JSONValue, in record: UUIDv7) throws(OfficialsFailure) -> [UInt8] {
        guard var bytes = try? content.canonicalBytes() else { throw .damaged }
        // The length of a name must not tell it.
        bytes += [UInt8](repeating: 0x20, count: (128 - bytes.count % 128) % 128)
        guard let nonce = try? AES.GCM.Nonce(data: random.bytes(12)),
            let box = try? AES.GCM.seal(
                bytes, using: boxes, nonce: nonce, authenticating: record.bytes),
            let combined = box.combined
        else { throw .damaged }
        return Array(combined)
    }

    /// Lays the text of a record open.
    func open(_ box: [UInt8], of record: UUIDv7) throws(OfficialsFailure) -> JSONValue {
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let content = try? AES.GCM.open(sealed, using: boxes, authenticating: record.bytes),
            let value = try? JSONValue(parsing: Array(content))
        else { throw .damaged }
        return value
    }
}
