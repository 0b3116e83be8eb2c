/// Why a source gave no answer. It is no deviation of the log: to look again may help.
public enum LogSourceFailure: Error, Hashable, Sendable {
    /// Nobody answered.
    case unreachable
    /// What stands there cannot be read: rights, or a broken disk.
    case unreadable
    /// A server answered with this HTTP status.
    case refused(status: Int)
    /// A server is not trusted, or its answer broke off or is no HTTP.
    case unusableAnswer
    /// What stands there is larger than any such resource can be.
    case tooLarge
}

extension LogSourceFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable: "nobody answered"
        case .unreadable: "it cannot be read"
        case .refused(let status): "the server answered with status \(status)"
        case .unusableAnswer: "the server is not trusted, or its answer broke off"
        case .tooLarge: "it is larger than it can be"
        }
    }
}
