import ConsultLog
import Facts

/// What one look-up asks of one source.
struct Question: Sendable {
    /// The look-up's place in its consult, from 1.
    let ordinal: Int
    let subject: Subject
    let operation: SourceOperation
    let attributes: Set<AttributeID>
}
