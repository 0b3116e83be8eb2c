/// Why entries were not appended. It never holds a part of them.
public enum LogFailure: Error, Hashable, Sendable {
    /// Certainly none of them was written.
    case notWritten(NotWritten)
    /// Whether they were written cannot be found out now. Recovery will tell.
    case unreachable
    /// There is no key to box the confidential fields with; nothing was written.
    case noKey(KeyFailure)
    /// An entry would be longer than ``Entry/mostBytes``; nothing was written.
    case entryTooLong
    /// What was written before is not what it should be; nothing more can be trusted.
    case damaged(LogPosition)
}
