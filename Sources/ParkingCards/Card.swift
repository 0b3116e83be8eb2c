public import Facts

/// A parking card in the register of its municipality.
public struct Card: Hashable, Sendable, Redacted {
    public let id: CardID
    public let municipality: NISCode
    public let type: CardType
    public let holder: HolderPseudonym
    public let plate: Plate
    public let validity: ValidityPeriod

    public init(
        id: CardID, municipality: NISCode, type: CardType, holder: HolderPseudonym, plate: Plate,
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
