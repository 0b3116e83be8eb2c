public import TransparencyLogs

/// Why a log was not verified.
public enum LogVerifierFailure: Error, Hashable, Sendable {
    /// The source gave no answer about a resource. It says nothing of the log.
    case source(LogSourceFailure, LogResource)
    /// The log is not what it says.
    case deviation(LogDeviation)
}

extension LogVerifierFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .source(let failure, let resource): "\(resource.path): \(failure)"
        case .deviation(let deviation): deviation.description
        }
    }
}
