import ConsultLog
import Facts

/// What a source was asked.
struct SourceCall: Hashable, Sendable {
    let operation: SourceOperation
    let subject: Subject
    /// Empty for the look-ups that take none.
    let attributes: Set<AttributeID>
    let asked: EntryID
    let legalContext: String
    let deadline: Duration
    /// Whether the intent stood in the storage when the source was called.
    let intentWasDurable: Bool
}
