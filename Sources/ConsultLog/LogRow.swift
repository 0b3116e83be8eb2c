/// What stands at one place of the log.
public enum LogRow: Hashable, Sendable {
    case entry(ListedEntry)
    /// An entry whose keys were destroyed and whose bytes were removed. Its leaf is still in the
    /// tree, and a `keyRetired` says when it went.
    case retired(LogPosition)

    public var position: LogPosition {
        switch self {
        case .entry(let listed): listed.position
        case .retired(let position): position
        }
    }
}
