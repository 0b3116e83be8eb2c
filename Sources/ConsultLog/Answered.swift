public import AccessRights

/// What a source answered about one subject, as far as it may stand in clear.
///
/// Beside it every `answered` entry holds the boxes `received` and `stated`, always both and always
/// of one size: were one left out or shorter where there is nothing to say, that alone would tell
/// the dead from the living. How many subjects an answer names does show, because each has an entry
/// of its own; so does whether one look-up led to another.
public struct Answered: Hashable, Sendable {
    /// The intent that this closes.
    public let asked: AskedReference
    public let outcome: OutcomeClass
    public let role: SubjectRole
    /// The source's own name for the exchange.
    public let ticket: SourceTicket?
    /// The class of the intent.
    public let retention: RetentionClass

    public init(
        asked: AskedReference, outcome: OutcomeClass, role: SubjectRole = .consulted,
        ticket: SourceTicket? = nil, retention: RetentionClass
    ) {
        self.asked = asked
        self.outcome = outcome
        self.role = role
        self.ticket = ticket
        self.retention = retention
    }
}
