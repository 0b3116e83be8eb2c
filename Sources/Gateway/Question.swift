import AccessRights
import Facts

/// What one look-up asks of one source.
struct Question: Sendable {
    /// The look-up's place in its consult, from 0.
    let ordinal: Int
    let subject: Subject
    let source: Source
    let operation: Operation
    let attributes: Set<AttributeID>

    /// What a source is asked to do, as the log names it.
    enum Operation: String, Sendable {
        case person
        case householdHead
        case householdMembers
        case licences
        case registration
        case enterprise
    }
}
