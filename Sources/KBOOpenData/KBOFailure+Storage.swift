import GRDB

extension KBOFailure {
    /// What an error of the SQLite library means. Its message and arguments are dropped.
    init(storage error: any Error) {
        switch error {
        case let failure as KBOFailure: self = failure
        case is CancellationError: self = .cancelled
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged
            default: self = .storage(code: error.extendedResultCode.rawValue)
            }
        default: self = .storage(code: 1)
        }
    }
}
