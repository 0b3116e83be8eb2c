/// What differs for a variant of a card.
public struct VariantRules: Hashable, Sendable {
    public let key: QuotaKey?
    public let maximum: DatedValues<QuotaMaximum>?
    public let tariff: DatedValues<Tariff>?
    public let validity: Term?
    /// Conditions that need not be known; when they are known not to be met, they still count.
    public let waivesUnknown: Set<ConditionID>
}
