import Facts

/// The rules for a type of card as they stand on one day, for one variant.
struct CardTerms {
    let rules: CardRules
    let variant: CardVariant
    let key: QuotaKey
    let maximum: QuotaMaximum
    let maximumBySector: [SectorID: QuotaMaximum]
    let municipalCap: Int?
    let tariff: Tariff
    let visits: Int?
    /// A term that the variant fixes.
    let validity: Term?
    let waivesUnknown: Set<ConditionID>

    /// - Parameter heldSince: for a renewal under the maximum of that day.
    /// - Returns: `nil` when there is no such card on that day.
    init?(
        _ rules: CardRules, _ variant: CardVariant, on day: CalendarDate,
        asKnownOn known: CalendarDate, heldSince: CalendarDate?
    ) {
        let changes = rules.variants[variant]
        let quotaDay =
            rules.quota.grandfathering == .keepWhileRenewed ? min(heldSince ?? day, day) : day
        guard
            let maximum = (changes?.maximum ?? rules.quota.maximum)
                .value(on: quotaDay, asKnownOn: known),
            let tariff = (changes?.tariff ?? rules.tariff).value(on: day, asKnownOn: known)
        else { return nil }
        self.rules = rules
        self.variant = variant
        self.maximum = maximum
        self.tariff = tariff
        key = changes?.key ?? rules.quota.key
        maximumBySector =
            changes?.maximum == nil
            ? rules.quota.maximumBySector.compactMapValues {
                $0.value(on: quotaDay, asKnownOn: known)
            } : [:]
        municipalCap = rules.quota.municipalCap?.value(on: day, asKnownOn: known)
        visits = rules.quota.allowance?.visits.value(on: day, asKnownOn: known)
        validity = changes?.validity
        waivesUnknown = changes?.waivesUnknown ?? []
    }
}
