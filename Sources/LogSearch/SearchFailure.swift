public import ConsultLog

/// Why a search has no answer. It holds nothing of what was searched for.
public enum SearchFailure: Error, Hashable, Sendable {
    /// The look into the log could not be recorded, so nothing is shown.
    case notLogged(LogFailure)
    /// The cursor is of another query.
    case foreignCursor
    case index(IndexFailure)
    case log(ReadFailure)
}
