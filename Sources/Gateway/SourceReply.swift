public import ConsultLog
public import Facts

/// What a source answered, and what the log must know of it.
public struct SourceReply<Fact: Sendable>: Sendable {
    /// The fact, or that the source has none.
    public let finding: Finding<Fact>
    /// The source's own name for the exchange, by which both sides can reconcile.
    public let ticket: SourceTicket?
    /// The types of information that came over the wire, kept or dropped.
    public let received: Set<InformationType>

    public init(
        _ finding: Finding<Fact>, ticket: SourceTicket? = nil, received: Set<InformationType> = []
    ) {
        self.finding = finding
        self.ticket = ticket
        self.received = received
    }
}
