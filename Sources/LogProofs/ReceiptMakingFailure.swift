public import ConsultLog

/// Why there is no receipt.
public enum ReceiptMakingFailure: Error, Hashable, Sendable {
    /// There is no such consult.
    case unknown
    /// An outcome is still to come; ask again.
    case unfinished
    /// What was read is not what the checkpoint promises.
    case damaged(index: UInt64)
    /// A confidential field could not be opened, or is not what the entry promises.
    case notOpened(EntryID, ConfidentialField)
}
