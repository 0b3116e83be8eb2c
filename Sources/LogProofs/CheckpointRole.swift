/// For whom a checkpoint was signed.
public enum CheckpointRole: String, Hashable, Sendable, CaseIterable {
    /// For auditors and witnesses, a moment after an entry: it shows when the log is used.
    case auditors
    /// For everybody, seldom.
    case published
    /// One that witnesses have cosigned.
    case witnessed
}
