import GRDB
import Gateway

extension SourceFailure {
    /// What it means for a consult that a replica could not be read.
    init(reading error: any Error) {
        switch error {
        case let failure as SourceFailure: self = failure
        case let failure as KBOFailure:
            switch failure {
            case .damaged: self = .unintelligible(.malformed)
            default: self = .unavailable(.unreachable)
            }
        case is CancellationError: self = .unavailable(.cutOff)
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR:
                self = .unintelligible(.malformed)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unavailable(.busy)
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .unavailable(.cutOff)
            default: self = .unavailable(.unreachable)
            }
        default: self = .unavailable(.unreachable)
        }
    }
}
