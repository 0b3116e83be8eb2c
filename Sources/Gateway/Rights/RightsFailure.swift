public import ConsultLog

/// Why an order about rights has no outcome.
public enum RightsFailure: Error, Hashable, Sendable {
    case storage(RightsStorageFailure)
    /// The step could not be recorded, so it was not taken.
    case notLogged(LogFailure)
    /// The step was taken, for less can be given after it; that it is in the log is made up for as
    /// soon as the log can be written.
    case takenUnlogged(LogFailure)
    /// What is stored is no history.
    case damaged
}

extension RightsFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(.unavailable): "the storage of rights cannot be used now"
        case .storage(.outcomeUnknown):
            "whether the step was taken cannot be said now: look at the authorisation"
        case .storage(.damaged), .damaged: "the storage of rights is damaged"
        case .notLogged: "the step could not be recorded in the log, so it was not taken"
        case .takenUnlogged:
            "the step was taken; it will be in the log as soon as the log can be written"
        }
    }
}
