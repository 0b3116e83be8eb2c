import Crypto

/// A private key that cosigns checkpoints, such as a witness's (type 0x04). Printing it shows its
/// verifier key alone.
///
/// Its message does not name the signer, so a key must not be used under two names.
public struct Cosigner: Sendable, CustomStringConvertible, CustomReflectable {
    /// What checks its cosignatures.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// `nil` unless the seed, the private key of RFC 8032, has 32 bytes.
    public init?(name: KeyName, seed: some Collection<UInt8>) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(seed)),
            let verifier = VerifierKey(
                name: name, algorithm: .cosignature,
                publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.verifier = verifier
    }

    /// States that the checkpoint is the largest consistent one seen at a time, in seconds since
    /// 1970.
    ///
    /// - Throws: ``SigningFailure`` when the cryptographic library fails, or the time is too large.
    public func sign(
        _ checkpoint: Checkpoint, at time: UInt64
    ) throws(SigningFailure) -> NoteSignature {
        let message = Cosignature.message(checkpoint.text, at: time)
        guard time <= Decimal.largest, let signature = try? key.signature(for: message) else {
            throw SigningFailure()
        }
        return NoteSignature(
            name: verifier.name, keyID: verifier.id,
            signature: Cosignature.bytes(of: time) + signature)
    }

    public var description: String { "Cosigner(\(verifier))" }
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
