public import Facts

/// The rules of one municipality for one type of card.
public struct CardRules: Hashable, Sendable {
    /// The name of the card.
    public let label: LocalizedText
    /// How many cards a household may have; in a collective household, a person.
    public let maximum: DatedValues<Int>
    /// Never with fewer ranks than the maximum of the same day.
    public let tariff: DatedValues<Tariff>
    /// How long a card is valid.
    public let validity: Term
    /// Each at most once, `cards.quota` always among them, in the order of the file.
    public let conditions: [Condition]

    /// The conditions in the order in which they are examined (see ``ConditionID``).
    var conditionsLeastDataFirst: [Condition] {
        ConditionID.allCases.compactMap { id in conditions.first { $0.id == id } }
    }
}
