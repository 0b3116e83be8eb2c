/// A place from which an enterprise works (vestigingseenheid, unité d'établissement).
public struct Establishment: Hashable, Sendable, Redacted {
    public let number: EstablishmentUnitNumber
    public let started: CalendarDate?
    public let address: Address?

    public init(number: EstablishmentUnitNumber, started: CalendarDate?, address: Address?) {
        self.number = number
        self.started = started
        self.address = address
    }
}
