import Crypto

/// A public key that checks signatures of notes, with its name (C2SP signed-note, "vkey").
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    public let name: KeyName
    public let algorithm: SignatureAlgorithm
    /// 32 bytes.
    public let publicKey: [UInt8]
    /// The first four bytes of the SHA-256 over name, line feed, type and key.
    public let id: UInt32

    /// `nil` unless the key has 32 bytes.
    public init?(name: KeyName, algorithm: SignatureAlgorithm, publicKey: [UInt8]) {
        guard publicKey.count == 32 else { return nil }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        var hasher = SHA256()
        hasher.update(data: Array(name.text.utf8))
        hasher.update(data: [UInt8(ascii: "\n"), algorithm.rawValue])
        hasher.update(data: publicKey)
        id = hasher.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads the written form: name, number in hexadecimal, and base64 of type and key, with plus
    /// signs between.
    ///
    /// - Throws: ``VerifierKeyFailure``.
    public init(parsing text: String) throws(VerifierKeyFailure) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = KeyName(ArraySlice(parts[0])),
            let bytes = Base64.bytes(parts[2]), let type = bytes.first
        else { throw .malformed }
        guard let algorithm = SignatureAlgorithm(rawValue: type) else {
            throw .unknownAlgorithm(type)
        }
        guard
            let key = VerifierKey(
                name: name, algorithm: algorithm, publicKey: Array(bytes.dropFirst()))
        else { throw .malformed }
        guard parts[1].elementsEqual(key.hexadecimalID.utf8) else { throw .wrongNumber }
        self = key
    }

    /// The written form.
    public var description: String {
        "\(name)+\(hexadecimalID)+\(Base64.text([algorithm.rawValue] + publicKey))"
    }

    /// What a signature says; `nil` when it is not this key's over the text.
    func check(_ signature: [UInt8], of text: [UInt8]) -> KnownSignature? {
        switch algorithm {
        case .ed25519:
            return isValid(signature[...], over: text) ? KnownSignature(key: self, time: nil) : nil
        case .cosignature:
            guard signature.count == Cosignature.length else { return nil }
            let time = Cosignature.time(signature)
            guard time <= Decimal.largest,
                isValid(signature[8...], over: Cosignature.message(text, at: time))
            else { return nil }
            return KnownSignature(key: self, time: time)
        }
    }

    private func isValid(_ signature: ArraySlice<UInt8>, over message: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }

    private var hexadecimalID: String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
