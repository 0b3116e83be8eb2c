public import Facts
public import Gateway

/// A parking card in the register of its municipality.
public struct Card: Hashable, Sendable, Redacted {
    public let id: CardID
    public let municipality: NISCode
    public let type: CardType
    public let holder: Pseudonym
    public let plate: Plate
    public let validity: ValidityPeriod

    public init(
        id: CardID, municipality: NISCode, type: CardType, holder: Pseudonym, plate: Plate,
        validity: ValidityPeriod
    ) {
        self.id = id
        self.municipality = municipality
        self.type = type
        self.holder = holder
        self.plate = plate
        self.validity = validity
    }
}
