/// Why a key cannot be used. Nothing in it is secret.
public enum KeyFailure: Error, Hashable, Sendable {
    /// A new key could not be made durable, so nothing may be boxed under it.
    case notStored(NotWritten)
    /// The key store cannot be read.
    case unreadable
    /// This file of the key store is not what it should be, or holds another key than its name says.
    case malformed(file: String)
    /// The store holds keys that another key-encryption key wraps.
    case wrongKeyEncryptionKey
    /// The wrapped key, its period or its name was changed.
    case damaged(DataKeyID)
    /// The store has no such key: it was retired, or belongs to another log.
    case unknown(DataKeyID)
}

extension KeyFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notStored(let reason): "a key cannot be stored (\(reason.rawValue))"
        case .unreadable: "the key store cannot be read"
        case .malformed(let file): "the file \(file) of the key store is damaged"
        case .wrongKeyEncryptionKey: "another key-encryption key wraps the keys of the key store"
        case .damaged(let key): "the wrapped key \(key) is damaged"
        case .unknown(let key): "the key store has no key \(key)"
        }
    }
}
