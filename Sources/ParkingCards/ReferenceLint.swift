import Facts

/// Looks for what is declared and never used.
struct ReferenceLint {
    let regulation: Regulation
    let places: LintPlaces

    var findings: [LintFinding] {
        var used = places.words(of: "ref")
        used.formUnion(regulation.letter?.law.map(\.id.text) ?? [])
        let references = regulation.references.filter { !used.contains($0.id.text) }.map {
            places.finding(
                .unusedReference, .warning, at: [.key("refs"), .key($0.id.text)],
                "is not used by any rule")
        }
        let variants = regulation.cardTypes.flatMap { type, rules in
            let base: [LintPlaces.Step] = [.key("card_types"), .key(type.rawValue)]
            let given = Set(rules.conditions.flatMap(\.variants))
            return rules.variants.keys.filter { !given.contains($0) }.map {
                places.finding(
                    .unusedVariant, .warning, at: base + [.key("variants"), .key($0.rawValue)],
                    "is not given by any alternative")
            }
        }
        return references + variants
    }
}

extension Condition {
    fileprivate var variants: [CardVariant] {
        var variants = choices.alternatives.map(\.variant)
        if case .anyOf(let members) = requirement { variants += members.flatMap(\.variants) }
        return variants
    }
}
