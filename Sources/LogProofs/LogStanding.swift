/// How a log that is put back stands to what was given away of it.
public enum LogStanding: Hashable, Sendable {
    /// Whatever was given away is the beginning of it, or all of it.
    case whole
    /// It ends before a checkpoint that was given away. When that is proven, it is the beginning of
    /// the log of that checkpoint; otherwise nothing at hand can tell.
    case shorter(tree: UInt64, checkpoint: UInt64, isProven: Bool)
}
