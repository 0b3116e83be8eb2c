public import ConsultLog

/// Why there is no receipt.
public enum ReceiptMakingFailure: Error, Hashable, Sendable {
    /// There is no such consult.
    case unknown
    /// An outcome is still to come; ask again.
    case unfinished
    /// Not all of its entries are under a checkpoint yet; ask again in a second.
    case notSequenced
    /// Its entries were retired, and nobody can read them any more.
    case retired
    /// What stands at this place is no entry.
    case unreadable(LogPosition)
    /// The storage gives no answer.
    case unreachable
    /// That the receipt is given out could not be recorded, so it is not.
    case notRecorded(LogFailure)
    /// What was read is not what the checkpoint promises.
    case damaged(index: UInt64)
    /// A confidential field could not be opened, or is not what the entry promises.
    case notOpened(EntryID, ConfidentialField)
}

extension ReceiptMakingFailure {
    /// Whether the same question has an answer in a second.
    public var isPassing: Bool {
        switch self {
        case .unfinished, .notSequenced: true
        case .unknown, .retired, .unreadable, .unreachable, .notRecorded, .damaged, .notOpened:
            false
        }
    }
}

extension ReceiptMakingFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown: "there is no such consult"
        case .unfinished: "the consult has no outcome yet"
        case .notSequenced: "the consult is not under a checkpoint yet"
        case .retired: "the entries of the consult were retired"
        case .unreadable(let position):
            "what stands at position \(position.number) of the log is no entry"
        case .unreachable: "the log cannot be read now"
        case .notRecorded: "the log cannot record now that a receipt is given"
        case .damaged(let index): "entry \(index) is not what the checkpoint promises"
        case .notOpened(let entry, let field):
            "the \(field.rawValue) of entry \(entry) cannot be opened"
        }
    }
}
