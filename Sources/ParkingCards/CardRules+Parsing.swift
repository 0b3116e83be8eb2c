import Facts
import StrictYAML

extension CardRules {
    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let label = reader.localized("label", in: references.languages)
        let holder = reader.choice("holder", of: CardHolder.self)
        let channels = reader.optionalTexts("channels") ?? []
        let quota = reader.mapping("quota") { Quota(&$0, references) }
        let tariff = DatedValues(&reader, "tariff", references, value: Tariff.read)
        let billing = reader.optionalChoice("billing", of: Billing.self) ?? .yearly
        let validity = reader.mapping("validity") { CardValidity(&$0) }
        let renewal = reader.mapping("renewal") { RenewalRules(&$0) }
        let conditions = reader.list("conditions") { Condition(&$0, references) }
        let notices = reader.optionalList("notices") { NoticeRule(&$0, references) } ?? []
        let variants = reader.optionalMapping("variants") { Self.variants(&$0, references) }
        if let conditions { Self.check(conditions + notices.map(\.condition), &reader) }
        if let quota, let tariff, !Self.covers(tariff, quota) {
            reader.report(
                .invalid(expected: "a tariff with a rank for each card of the maximum"),
                at: "tariff")
        }
        guard let label, let holder, let quota, let tariff, let validity, let renewal,
            let conditions
        else { return nil }
        self.init(
            label: label, holder: holder, channels: channels, quota: quota, tariff: tariff,
            billing: billing, validity: validity, renewal: renewal, conditions: conditions,
            notices: notices, variants: variants ?? [:],
            deciding: conditions + notices.filter { $0.effect == .block }.map(\.condition),
            conditionsLeastDataFirst: (conditions + notices.map(\.condition))
                .sorted { $0.order < $1.order })
    }

    /// The rank is known by `cards.quota`, and an answer belongs to one condition.
    private static func check(_ conditions: [Condition], _ reader: inout YAMLReader) {
        if !conditions.contains(where: { $0.id == .quota }) {
            reader.report(
                .invalid(expected: "a list with cards.quota, by which the rank is known"),
                at: "conditions")
        }
        let ids = conditions.flatMap(\.ids)
        if Set(ids).count < ids.count {
            reader.report(
                .invalid(expected: "a list in which each id occurs once"), at: "conditions")
        }
    }

    private static func variants(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> [CardVariant: VariantRules]? {
        var variants: [CardVariant: VariantRules] = [:]
        for variant in CardVariant.allCases
        where variant != .normal && reader.has(variant.rawValue) {
            variants[variant] = reader.mapping(variant.rawValue) { VariantRules(&$0, references) }
        }
        return variants
    }

    /// Whether there is an amount for each card of the maximum, on every day from which anything
    /// changes, as known on every day from which more was known.
    private static func covers(_ tariff: DatedValues<Tariff>, _ quota: Quota) -> Bool {
        ([quota.maximum] + quota.maximumBySector.values).allSatisfy { covers(tariff, $0) }
    }

    static func covers(
        _ tariff: DatedValues<Tariff>, _ maximum: DatedValues<QuotaMaximum>
    ) -> Bool {
        let days = tariff.entries.map(\.from) + maximum.entries.map(\.from)
        let known = tariff.entries.map(\.recorded) + maximum.entries.map(\.recorded)
        for day in Set(days) {
            for known in Set(known) {
                guard let most = maximum.value(on: day, asKnownOn: known),
                    let last = tariff.value(on: day, asKnownOn: known)?.lastRank
                else { continue }
                switch most {
                case .cards(let cards): if last < cards { return false }
                case .staffShare: return false
                }
            }
        }
        return true
    }
}

extension Condition {
    /// Its own id and those of its members; the id of a group may occur again.
    fileprivate var ids: [ConditionID] {
        if case .anyOf(let members) = requirement { return members.flatMap(\.ids) }
        return [id]
    }
}

extension VariantRules {
    fileprivate init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        var key: QuotaKey?
        var maximum: DatedValues<QuotaMaximum>?
        _ = reader.optionalMapping("quota") { quota in
            key = quota.choice("key", of: QuotaKey.self)
            maximum = DatedValues(&quota, "max", references, value: QuotaMaximum.read)
        }
        let tariff = DatedValues.optional(&reader, "tariff", references, value: Tariff.read)
        let validity = reader.optionalTerm("validity")
        let waived =
            reader.has("waives_unknown")
            ? reader.choices("waives_unknown", of: ConditionID.self) : []
        if let maximum, let tariff, !CardRules.covers(tariff, maximum) {
            reader.report(
                .invalid(expected: "a tariff with a rank for each card of the maximum"),
                at: "tariff")
        }
        self.init(
            key: key, maximum: maximum, tariff: tariff, validity: validity,
            waivesUnknown: Set(waived ?? []))
    }
}

extension CardValidity {
    fileprivate init?(_ reader: inout YAMLReader) {
        let options = reader.texts("options", expected: "a term such as P1Y or P3M") {
            Term(parsing: $0)
        }
        let usual = reader.term("default")
        if let options, let usual, !options.contains(usual) {
            reader.report(.invalid(expected: "one of the options"), at: "default")
        }
        var byRank: [Int: Term] = [:]
        _ = reader.optionalMapping("by_rank") { ranks in
            for key in ranks.keys {
                guard let rank = ISODuration.count(key[...]), rank > 0 else {
                    ranks.report(.invalid(expected: "a rank"), at: key)
                    continue
                }
                byRank[rank] = ranks.term(key)
            }
        }
        guard let options, let usual else { return nil }
        self.init(options: options, usual: usual, byRank: byRank)
    }
}

extension RenewalRules {
    fileprivate init?(_ reader: inout YAMLReader) {
        let mode = reader.choice("mode", of: Mode.self)
        let window = reader.days("window")
        let grace = reader.days("grace")
        let notices = reader.texts("notify", expected: "a number of days such as P30D") {
            DayCount(parsing: $0)
        }
        guard let mode, let window, let grace, let notices else { return nil }
        self.init(mode: mode, window: window, grace: grace, notices: notices)
    }
}

extension NoticeRule {
    fileprivate init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let effect = reader.choice("effect", of: Effect.self)
        let condition = Condition(&reader, references)
        guard let effect, let condition else { return nil }
        self.init(condition: condition, effect: effect)
    }
}
