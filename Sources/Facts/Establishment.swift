/// A place from which an enterprise works (vestigingseenheid, unité d'établissement).
public struct Establishment: Hashable, Sendable, Redacted {
    public let number: EstablishmentUnitNumber
    public let started: CalendarDate?
    public let address: Address?
    /// Those of the unit itself; `nil` where they were not asked for.
    public var activities: [EnterpriseActivity]?

    public init(
        number: EstablishmentUnitNumber, started: CalendarDate?, address: Address?,
        activities: [EnterpriseActivity]? = nil
    ) {
        self.number = number
        self.started = started
        self.address = address
        self.activities = activities
    }
}
