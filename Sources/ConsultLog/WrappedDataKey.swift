/// A data key as it is kept: encrypted under a key-encryption key.
public struct WrappedDataKey: Hashable, Sendable {
    public let id: DataKeyID
    public let period: KeyPeriod
    /// Which key-encryption key unwraps it.
    public let wrappedBy: KeyEncryptionKeyID
    /// AES-256-GCM: nonce, ciphertext, tag; the period and the names of both keys are
    /// authenticated.
    public let wrapped: [UInt8]

    public init(
        id: DataKeyID, period: KeyPeriod, wrappedBy: KeyEncryptionKeyID, wrapped: [UInt8]
    ) {
        self.id = id
        self.period = period
        self.wrappedBy = wrappedBy
        self.wrapped = wrapped
    }
}
