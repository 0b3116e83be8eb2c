public import CanonicalJSON
public import ConsultLog
public import TransparencyLogs

/// Why bytes are no receipt, or a receipt proves nothing. Entries are named by their index in the
/// tree, and places count from 0.
public enum ReceiptFailure: Error, Hashable, Sendable {
    case notJSON(JSONFailure)
    case fields(JSONFieldIssues)
    case noEntries
    /// The content is a receipt's, in other bytes than the canonical ones.
    case notCanonical
    /// The proof at that place of the list is none.
    case proof(place: Int, TLogProofFailure)
    /// What is said to be the entry is none.
    case entry(index: UInt64, EntryFailure)
    /// What is disclosed at that place of the entry's list is no triple, or not in its order.
    case disclosure(index: UInt64, place: Int)

    /// The entry is not in the tree, or the checkpoint is not to be trusted.
    case notProven(index: UInt64, TLogProofFailure)
    /// The entry comes twice, or before one of a smaller index.
    case notInOrder(index: UInt64)
    /// The proofs are of different trees.
    case otherCheckpoint(index: UInt64)
    /// The entry is of another consult, or of no consult.
    case otherConsult(index: UInt64)
    /// The entry is an outcome, and its intent does not stand before it.
    case noIntent(index: UInt64)
    /// The entry has no such field, or another value in it than is disclosed.
    case notDisclosed(index: UInt64, ConfidentialField)
}

extension ReceiptFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let failure): "the receipt is no JSON: \(failure)"
        case .fields(let issues): "the receipt is none: \(issues)"
        case .noEntries: "the receipt has no entries"
        case .notCanonical: "the receipt is not written in canonical JSON"
        case .proof(let place, let failure):
            "the proof at /entries/\(place)/proof is none: \(failure)"
        case .entry(let index, let failure): "entry \(index) is none: \(failure)"
        case .disclosure(let index, let place):
            "what is disclosed of entry \(index) at place \(place) is no triple, or out of order"
        case .notProven(let index, let failure): "entry \(index) is not proven: \(failure)"
        case .notInOrder(let index): "entry \(index) is not behind the one before it"
        case .otherCheckpoint(let index): "entry \(index) is proven against another checkpoint"
        case .otherConsult(let index): "entry \(index) is not of the receipt's consult"
        case .noIntent(let index): "entry \(index) is an outcome without its intent before it"
        case .notDisclosed(let index, let field):
            "the \(field.rawValue) that is disclosed of entry \(index) is not what it holds"
        }
    }
}
