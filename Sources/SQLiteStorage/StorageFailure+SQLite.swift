import ConsultLog
import GRDB

extension StorageFailure {
    /// What an error of SQLite means for what was to be written (sqlite.org/rescode.html).
    init(writing error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .unknownOutcome
            return
        }
        switch error.extendedResultCode {
        case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC:
            self = .syncFailed
            return
        default: break
        }
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .notWritten(.diskFull)
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
                .notWritten(.readOnly)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .notWritten(.busy)
            case .SQLITE_MISUSE: .notWritten(.closed)
            case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG: .notWritten(.failed)
            default: .unknownOutcome
            }
    }
}
