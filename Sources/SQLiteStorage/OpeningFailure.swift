public import ConsultLog

/// Why a database cannot be opened.
public enum OpeningFailure: Error, Hashable, Sendable {
    case notUsable(path: String, StorageFailure)
    /// Its writes would not survive a power cut.
    case notDurable(path: String)
    /// A newer version of the program made it.
    case newer(path: String)
}

extension OpeningFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notUsable(let path, .notWritten(let reason)):
            "the database \(path) cannot be used (\(reason.rawValue))"
        case .notUsable(let path, _): "the database \(path) cannot be used"
        case .notDurable(let path): "the database \(path) does not keep its writes durably"
        case .newer(let path): "a newer version of the program made the database \(path)"
        }
    }
}
