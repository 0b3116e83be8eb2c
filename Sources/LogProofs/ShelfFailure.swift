public import ConsultLog

/// Why a checkpoint cannot be kept apart from the log, or not be read back.
public enum ShelfFailure: Error, Hashable, Sendable {
    /// What is at this place is no checkpoint.
    case damaged(place: String)
    case unreadable(place: String)
    case notWritten(place: String, NotWritten)
}

extension ShelfFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged(let place): "\(place) is no checkpoint: it was damaged or cut off"
        case .unreadable(let place): "\(place) cannot be read"
        case .notWritten(let place, let reason):
            "\(place) cannot be written (\(reason.rawValue))"
        }
    }
}
