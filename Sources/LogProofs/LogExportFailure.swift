public import ConsultLog
public import TransparencyLogs

/// Why a log was not exported to a folder.
public enum LogExportFailure: Error, Hashable, Sendable {
    /// There is no checkpoint yet for whom the export is.
    case noCheckpoint
    /// The folder holds another log, or one signed otherwise.
    case otherLog(CheckpointFailure)
    /// The folder holds a larger log than this one.
    case larger(folder: UInt64, log: UInt64)
    /// What the folder holds is not how this log began.
    case forked(at: UInt64)
    /// The folder holds entries, which are not for the public.
    case holdsEntries
    /// What is stored does not make the tree that the checkpoint says.
    case damaged(size: UInt64)
    case storage(StorageFailure)
    case folder(ShelfFailure)
}

extension LogExportFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noCheckpoint: "the log has no checkpoint yet"
        case .otherLog(let failure): "the folder holds another log (\(failure))"
        case .larger(let folder, let log):
            "the folder holds \(folder) entries of the log, which itself has \(log)"
        case .forked(let size):
            "the first \(size) entries in the folder are not those of the log"
        case .holdsEntries: "the folder holds entries, which are not for the public: name another"
        case .damaged(let size): "what is stored does not make the tree of \(size) entries"
        case .storage: "the log cannot be read now"
        case .folder(let failure): failure.description
        }
    }
}
