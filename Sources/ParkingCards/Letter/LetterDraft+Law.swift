import Facts

extension LetterDraft {
    /// Every text of law on which the decision rests, each once: the rules that were applied, the
    /// frame of the region, and what holds for every letter.
    var law: [LetterLaw] {
        var references = decision.conditions.flatMap(\.references)
        references += decision.notices.map(\.reference)
        references += ruleReferences
        references += frameReferences
        references += texts.law
        var law: [LetterLaw] = []
        for reference in references {
            let cited = LetterLaw(reference, in: wording)
            if !law.contains(where: { $0.title == cited.title && $0.article == cited.article }) {
                law.append(cited)
            }
        }
        return law
    }

    /// Those of the maximum and the tariff of that day.
    private var ruleReferences: [LegalReference] {
        guard let rules else { return [] }
        let day = decision.regulation.validOn
        let known = decision.regulation.knownOn
        return [
            rules.quota.maximum.entry(on: day, asKnownOn: known)?.reference,
            rules.tariff.entry(on: day, asKnownOn: known)?.reference,
        ].compactMap { $0 }
    }

    private var frameReferences: [LegalReference] {
        guard let frame, frame.municipalities.contains(decision.municipality) else { return [] }
        let day = decision.regulation.validOn
        let known = decision.regulation.knownOn
        let bounds = frame.bounds[decision.cardType]
        var references = [
            bounds?.mostCards?.entry(on: day, asKnownOn: known)?.reference,
            bounds?.leastAmounts?.entry(on: day, asKnownOn: known)?.reference,
        ]
        let isAboutEmissions =
            decision.conditions.contains { $0.id == .lowEmission }
            || decision.notices.contains { $0.condition == .lowEmission }
        if isAboutEmissions {
            references.append(
                frame.lowEmissionMinima.entry(on: day, asKnownOn: known)?.reference)
        }
        return references.compactMap { $0 }
    }
}

extension ConditionResult {
    fileprivate var references: [LegalReference] {
        [reference] + members.flatMap(\.references)
    }
}
