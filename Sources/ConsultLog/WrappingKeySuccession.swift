/// How one key-encryption key follows another.
public protocol WrappingKeySuccession: Sendable {
    /// Makes or reads the next key. It can be read again after a crash when this returns, beside the
    /// present one.
    func next() async throws(SuccessionFailure) -> KeyEncryptionKey

    /// Puts the next key in the place of the present one, and destroys that. Durable when it
    /// returns.
    func promote() async throws(SuccessionFailure)

    /// Forgets the next key, because nothing was wrapped by it.
    func discard() async
}
