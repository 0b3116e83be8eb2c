import Facts
import StrictYAML

extension CardRules {
    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let label = reader.localized("label")
        let maximum = reader.mapping("quota") { Self.maximum(&$0, references) }
        let tariff = DatedValues<Tariff>(&reader, "tariff", references) { Self.tariff(&$0) }
        let validity = reader.mapping("validity") { Self.validity(&$0) }
        let conditions = reader.list("conditions") { Condition(&$0, references) }
        if let conditions, !conditions.contains(where: { $0.id == .quota }) {
            reader.report(
                .invalid(expected: "a list with cards.quota, by which the rank is known"),
                at: "conditions")
        }
        if let conditions, Set(conditions.map(\.id)).count < conditions.count {
            reader.report(
                .invalid(expected: "a list in which each id occurs once"), at: "conditions")
        }
        if let maximum, let tariff, !Self.covers(tariff, maximum) {
            reader.report(
                .invalid(expected: "a tariff with a rank for each card of the maximum"),
                at: "tariff")
        }
        guard let label, let maximum, let tariff, let validity, let conditions else { return nil }
        self.init(
            label: label, maximum: maximum, tariff: tariff, validity: validity,
            conditions: conditions)
    }

    private static func maximum(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> DatedValues<Int>? {
        _ = reader.choice("key", of: QuotaKey.self)
        _ = reader.choice("collective_household", of: CollectiveHouseholdKey.self)
        return DatedValues(&reader, "max", references) { entry in
            entry.integer("value", in: 0...1000).map(Int.init)
        }
    }

    private static func tariff(_ reader: inout YAMLReader) -> Tariff? {
        reader.mapping("ranks") { ranks -> Tariff? in
            var amounts: [Euros] = []
            for (index, key) in ranks.keys.enumerated() {
                guard key == String(index + 1) else {
                    ranks.report(.invalid(expected: "rank \(index + 1)"), at: key)
                    return nil
                }
                let amount = ranks.text(key, expected: "an amount in euros") {
                    Euros(parsing: $0)
                }
                if let amount { amounts.append(amount) }
            }
            return Tariff(amounts: amounts)
        }
    }

    private static func validity(_ reader: inout YAMLReader) -> Term? {
        let options = reader.texts("options", expected: "a term such as P1Y or P3M") {
            Term(parsing: $0)
        }
        let usual = reader.text("default", expected: "a term such as P1Y or P3M") {
            Term(parsing: $0)
        }
        if let options, let usual, !options.contains(usual) {
            reader.report(.invalid(expected: "one of the options"), at: "default")
        }
        return usual
    }

    /// Whether there is an amount for each card of the maximum, on every day from which anything
    /// changes, as known on every day from which more was known.
    private static func covers(
        _ tariff: DatedValues<Tariff>, _ maximum: DatedValues<Int>
    ) -> Bool {
        let days = tariff.entries.map(\.from) + maximum.entries.map(\.from)
        let known = tariff.entries.map(\.recorded) + maximum.entries.map(\.recorded)
        for day in Set(days) {
            for known in Set(known) {
                guard let most = maximum.entry(on: day, asKnownOn: known)?.value,
                    let amounts = tariff.entry(on: day, asKnownOn: known)?.value.amounts
                else { continue }
                if amounts.count < most { return false }
            }
        }
        return true
    }
}

/// By what the cards are counted.
private enum QuotaKey: String, CaseIterable {
    case household
}

/// By what the cards of a home or community are counted.
private enum CollectiveHouseholdKey: String, CaseIterable {
    case person
}
