/// What differs for a variant of a card.
public struct VariantRules: Hashable, Sendable {
    public let key: QuotaKey?
    public let maximum: DatedValues<QuotaMaximum>?
    public let tariff: DatedValues<Tariff>?
    public let validity: Term?
    /// Conditions whose values the sources need not hold. Known not to be met they still count, and
    /// so does a source that is silent.
    public let waivesUnknown: Set<ConditionID>
}
