public import Facts

/// The rules of one municipality for one type of card.
public struct CardRules: Hashable, Sendable {
    /// The name of the card.
    public let label: LocalizedText
    public let holder: CardHolder
    /// Where one can apply: words of the municipality.
    public let channels: [String]
    public let quota: Quota
    /// Never with fewer ranks than the maximum of the same day.
    public let tariff: DatedValues<Tariff>
    public let billing: Billing
    public let validity: CardValidity
    public let renewal: RenewalRules
    /// `cards.quota` always among them, in the order of the file; no id occurs twice, groups
    /// included.
    public let conditions: [Condition]
    public let notices: [NoticeRule]
    public let variants: [CardVariant: VariantRules]

    /// The conditions on which the decision rests: those, and the notices that block.
    let deciding: [Condition]
    /// The conditions in the order in which they are examined (see ``ConditionID``).
    public let conditionsLeastDataFirst: [Condition]
}
