/// Why a key cannot be used. Nothing in it is secret.
public enum KeyFailure: Error, Hashable, Sendable {
    /// A new key could not be made durable, so nothing may be boxed under it.
    case notStored(NotWritten)
    /// The key store cannot be read.
    case unreadable
    /// The store holds keys that another key-encryption key wraps.
    case wrongKeyEncryptionKey
    /// The wrapped key, its period or its name was changed.
    case damaged(DataKeyID)
    /// The store has no such key: it was retired, or belongs to another log.
    case unknown(DataKeyID)
}
