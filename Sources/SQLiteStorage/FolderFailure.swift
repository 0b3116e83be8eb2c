public import ConsultLog

/// Why a folder cannot hold what nobody else may see.
public enum FolderFailure: Error, Hashable, Sendable {
    /// Something else stands at the path, or above it.
    case notAFolder
    /// It belongs to another user, whose number this is.
    case foreign(owner: UInt32)
    /// It cannot be made, or cannot be closed to others.
    case notWritten(NotWritten)
}

extension FolderFailure: CustomStringConvertible {
    /// The end of a sentence that begins with the folder.
    public var description: String {
        switch self {
        case .notAFolder: "is not a folder, or lies below a file"
        case .foreign(let owner):
            "belongs to another user (number \(owner)): run as that user, or name another folder"
        case .notWritten(let reason): "cannot be used (\(reason.rawValue))"
        }
    }
}
