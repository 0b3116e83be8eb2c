public import ConsultLog
public import Crypto
public import Facts

/// The key under which the register hides plates, officials and dossiers.
///
/// Plates are found by a code that is made for one municipality, so that two cannot compare. What a
/// dossier holds stands in a box (AES-256-GCM) that belongs to one record.
public struct CardKey: Sendable {
    private let plates: SymmetricKey
    private let officials: HMAC<SHA256>
    private let requests: HMAC<SHA256>
    private let boxes: SymmetricKey
    private let random: any RandomSource

    /// Derives it from a secret of at least 32 bytes (HKDF-SHA-256).
    public init(secret: SymmetricKey, random: any RandomSource = SystemRandom()) {
        precondition(secret.bitCount >= 256, "the secret has at least 256 bits")
        func key(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: secret, info: Array("onlyonce cards \(purpose) v1".utf8),
                outputByteCount: 32)
        }
        plates = key("plates")
        officials = HMAC<SHA256>(key: key("officials"))
        requests = HMAC<SHA256>(key: key("requests"))
        boxes = key("boxes")
        self.random = random
    }

    /// Derives it from a secret of at least 32 bytes.
    public init(secret: [UInt8], random: any RandomSource = SystemRandom()) {
        self.init(secret: SymmetricKey(data: secret), random: random)
    }

    /// The code by which the cards of a plate are found in one municipality; 32 bytes.
    public func code(of plate: Plate, in municipality: NISCode) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("\(municipality.digits) \(plate.text)".utf8), using: plates))
    }

    /// What stands for an official in the history of cards.
    public func code(of official: OfficialID) -> OfficialCode {
        var code = officials
        code.update(data: Array(official.text.utf8))
        return OfficialCode(code: code.finalize())
    }

    /// A code of what was sent, by which it is known again and which tells nothing of it; 32 bytes.
    public func code(ofRequest bytes: [UInt8]) -> [UInt8] {
        var code = requests
        code.update(data: bytes)
        return Array(code.finalize())
    }

    /// Puts bytes into a box that belongs to one field of one record.
    public func seal(
        _ content: [UInt8], of record: UUIDv7, _ field: String
    ) throws(CardStorageFailure) -> [UInt8] {
        guard let nonce = try? AES.GCM.Nonce(data: random.bytes(12)),
            let box = try? AES.GCM.seal(
                content, using: boxes, nonce: nonce,
                authenticating: record.bytes + Array(field.utf8)),
            let combined = box.combined
        else { throw .unavailable }
        return Array(combined)
    }

    /// Opens the box of one field of one record.
    ///
    /// - Throws: ``CardStorageFailure/unavailable`` when it is damaged, or of another record or key.
    public func open(
        _ box: [UInt8], of record: UUIDv7, _ field: String
    ) throws(CardStorageFailure) -> [UInt8] {
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let content = try? AES.GCM.open(
                sealed, using: boxes, authenticating: record.bytes + Array(field.utf8))
        else { throw .unavailable }
        return Array(content)
    }
}
