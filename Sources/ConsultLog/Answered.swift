public import AccessRights
public import Facts

/// What a source answered about one subject.
public struct Answered: Hashable, Sendable {
    /// The intent that this closes.
    public let asked: AskedReference
    public let outcome: OutcomeClass
    public let role: SubjectRole
    /// The source's own name for the exchange.
    public let ticket: SourceTicket?
    /// The types of information that came over the wire, kept or dropped, in order.
    public let received: [InformationType]
    /// The class of the intent.
    public let retention: RetentionClass

    public init(
        asked: AskedReference, outcome: OutcomeClass, role: SubjectRole = .consulted,
        ticket: SourceTicket? = nil, received: Set<InformationType> = [], retention: RetentionClass
    ) {
        self.asked = asked
        self.outcome = outcome
        self.role = role
        self.ticket = ticket
        self.received = received.count < 2 ? Array(received) : received.sorted()
        self.retention = retention
    }
}
