import Crypto

/// A private key that signs notes as their author, such as a log (type 0x01). Printing it shows its
/// verifier key alone.
public struct NoteSigner: Sendable, CustomStringConvertible, CustomReflectable {
    /// What checks its signatures.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// `nil` unless the seed, the private key of RFC 8032, has 32 bytes.
    public init?(name: KeyName, seed: some Collection<UInt8>) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(seed)),
            let verifier = VerifierKey(
                name: name, algorithm: .ed25519, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.verifier = verifier
    }

    /// Signs a text that ends in a line feed.
    ///
    /// - Throws: ``SigningFailure`` when the cryptographic library fails.
    public func sign(_ text: [UInt8]) throws(SigningFailure) -> NoteSignature {
        guard let signature = try? key.signature(for: text) else { throw SigningFailure() }
        return NoteSignature(name: verifier.name, keyID: verifier.id, signature: Array(signature))
    }

    public var description: String { "NoteSigner(\(verifier))" }
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
