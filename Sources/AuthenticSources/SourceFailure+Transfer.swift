import Gateway
import HTTPTransfers

extension SourceFailure {
    /// What a call without a complete response means: silence, except where something came.
    init(_ failure: TransferFailure) {
        switch failure {
        case .unreachable, .other, .invalidRequest: self = .unavailable(.unreachable)
        case .timedOut: self = .unavailable(.tooLate)
        case .tlsFailed: self = .unavailable(.refusedConnection)
        case .cutOff: self = .unavailable(.cutOff)
        // Nobody waits any longer, or we are going down: the source is not to blame.
        case .cancelled, .shutDown: self = .unavailable(.busy)
        case .tooLarge: self = .unintelligible(.tooLarge)
        case .unintelligible: self = .unintelligible(.malformed)
        }
    }
}
