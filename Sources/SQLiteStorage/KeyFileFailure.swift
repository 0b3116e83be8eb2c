public import ConsultLog

/// Why a file cannot serve as the key-encryption key.
public enum KeyFileFailure: Error, Hashable, Sendable {
    case absent(path: String)
    case unreadable(path: String)
    /// Its mode lets the group or others read it.
    case readableByOthers(path: String)
    /// It does not hold 32 bytes in base64.
    case malformed(path: String)
    case exists(path: String)
    case notWritten(path: String, NotWritten)
    /// The folder in which it should stand cannot be made.
    case folder(path: String, FolderFailure)
}

extension KeyFileFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .absent(let path): "there is no key file \(path)"
        case .unreadable(let path): "the key file \(path) cannot be read"
        case .readableByOthers(let path):
            "the key file \(path) can be read by others: make its mode 0600"
        case .malformed(let path): "the key file \(path) does not hold 32 bytes in base64"
        case .exists(let path): "the key file \(path) exists; a key is never overwritten"
        case .notWritten(let path, let reason):
            "the key file \(path) cannot be written (\(reason.rawValue))"
        case .folder(let path, let reason): "the folder \(path) \(reason)"
        }
    }
}
