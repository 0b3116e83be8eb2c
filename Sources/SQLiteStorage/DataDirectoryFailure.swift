/// Why a directory cannot be used as the data directory.
public enum DataDirectoryFailure: Error, Hashable, Sendable {
    /// Another gateway or command holds it.
    case inUse(path: String, process: Int32?)
    /// It cannot be made, written to or closed to others.
    case notUsable(path: String, FolderFailure)
}

extension DataDirectoryFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path, let process?):
            "the data directory \(path) is in use by process \(process)"
        case .inUse(let path, nil): "the data directory \(path) is in use by another process"
        case .notUsable(let path, let reason):
            "the data directory \(path) \(reason)"
        }
    }
}
