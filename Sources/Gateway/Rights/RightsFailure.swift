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
    /// The log knows of rights that ended, and the storage does not: it is an older one.
    case olderThanLog
    /// The storage was begun with another secret: with this one nobody would be known for the one
    /// who took an earlier step, and could approve their own.
    case otherSecret
}

extension RightsFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(.unavailable): "the storage of rights cannot be used now"
        case .storage(.outcomeUnknown):
            "whether the step was taken cannot be said now: look at the authorisation"
        case .storage(.damaged), .damaged: "the storage of rights is damaged"
        case .olderThanLog:
            "the storage of rights is older than the log: put the database back"
        case .otherSecret:
            "the storage of rights was begun with another secret of pseudonyms: every gateway that "
                + "uses it needs the secret with which it was begun"
        case .notLogged: "the step could not be recorded in the log, so it was not taken"
        case .takenUnlogged:
            "the step was taken; it will be in the log as soon as the log can be written"
        }
    }
}
