public import Facts

/// What a region prescribes to all its municipalities.
///
/// A municipal value below a minimum is reported and never corrected: the regulation is the
/// municipality's own act.
public struct RegionalFrame: Hashable, Sendable {
    /// The least that a type of card must cost, and the most cards that it may allow.
    public struct Bounds: Hashable, Sendable {
        public let leastAmounts: DatedValues<Tariff>?
        public let mostCards: DatedValues<Int>?
    }

    /// A step from which a fine follows.
    public struct Enforcement: Hashable, Sendable {
        public let milestone: CalendarDate
        public let warnFrom: CalendarDate
        public let fineFrom: CalendarDate
    }

    public let id: RegulationID
    public let status: RegulationStatus
    public let name: LocalizedText
    public let municipalities: Set<NISCode>
    public let bounds: [CardType: Bounds]
    public let lowEmissionCategories: Set<VehicleCategory>
    public let lowEmissionExemptions: Set<PlateKind>
    public let lowEmissionMinima: DatedValues<LowEmissionRule.Minimum>
    public let enforcement: [Enforcement]

    /// The rule of the low-emission zone on a day, as known on another; `nil` before the first.
    public func lowEmissionRule(
        on day: CalendarDate, asKnownOn known: CalendarDate
    ) -> LowEmissionRule? {
        guard let minimum = lowEmissionMinima.value(on: day, asKnownOn: known) else { return nil }
        return LowEmissionRule(
            categories: lowEmissionCategories, exemptPlateKinds: lowEmissionExemptions,
            minimum: minimum)
    }
}
