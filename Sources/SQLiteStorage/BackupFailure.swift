public import ConsultLog

/// Why a backup of the log was not made, or cannot be used.
public enum BackupFailure: Error, Hashable, Sendable {
    /// The folder holds something already.
    case notEmpty(folder: String)
    case notUsable(folder: String, FolderFailure)
    /// There is no log, or it cannot be read.
    case unreadable(place: String)
    case notWritten(place: String, NotWritten)
    /// There is no manifest: the backup was cut off, or is none.
    case noBackup(folder: String)
    /// The authorisations changed again and again while they were to be held.
    case neverAtRest
    /// A file is not what was written.
    case damaged(place: String)
}

extension BackupFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notEmpty(let folder): "the folder \(folder) is not empty: name another one"
        case .notUsable(let folder, let reason): "the folder \(folder) \(reason)"
        case .unreadable(let place): "\(place) cannot be read"
        case .notWritten(let place, let reason):
            "\(place) cannot be written (\(reason.rawValue))"
        case .noBackup(let folder):
            "\(folder) is no backup, or one that was cut off: it has no \(BackupManifest.name)"
        case .neverAtRest: "the authorisations changed too often to be copied: try again"
        case .damaged(let place): "\(place) is damaged: it is not what was written"
        }
    }
}
