public import Facts

extension Regulation {
    /// Decides from the inputs: pure, and the same bytes for the same inputs.
    ///
    /// Every condition is examined, so that one decision names every reason: any that is not met
    /// proposes a refusal, otherwise any that is not known leaves it undetermined, otherwise the
    /// card is granted. A document that takes a source's place can give a variant of the card,
    /// whose quota and tariff then apply.
    ///
    /// - Throws: ``NoRuleInForce`` when the regulation has no such card on that day.
    public func decide(_ inputs: DecisionInputs) throws(NoRuleInForce) -> Decision {
        let usual = try terms(for: inputs, .normal)
        var examined = examine(inputs, under: usual)
        let variant = Self.variant(examined.verdicts.compactMap(\.alternative))
        if variant != .normal, usual.rules.variants[variant] != nil {
            examined = examine(inputs, under: try terms(for: inputs, variant))
        }
        return decision(on: inputs, examined)
    }

    /// Decides on an application from what was found out.
    ///
    /// - Parameters:
    ///   - day: the day of the decision.
    ///   - known: the day as of which the rules are known; the day of the decision, but for a
    ///     decision that is made again later.
    /// - Throws: as ``decide(_:)``.
    public func decide(
        _ application: CardApplication, given findings: Findings, on day: CalendarDate,
        rulesAsKnownOn known: CalendarDate
    ) throws(NoRuleInForce) -> Decision {
        try decide(
            DecisionInputs(application, decidedOn: day, knownOn: known, findings: findings))
    }

    /// The day whose rules apply.
    func lawDay(of inputs: DecisionInputs) -> CalendarDate {
        switch policy.lawAt {
        case .decision: inputs.decidedOn
        case .application: inputs.appliedOn
        }
    }

    func terms(
        for inputs: DecisionInputs, _ variant: CardVariant
    ) throws(NoRuleInForce) -> CardTerms {
        guard let rules = cardTypes[inputs.cardType],
            let terms = CardTerms(
                rules, variant, on: lawDay(of: inputs), asKnownOn: inputs.knownOn,
                heldSince: inputs.renewal?.heldSince)
        else { throw NoRuleInForce() }
        return terms
    }

    func examination(_ inputs: DecisionInputs, under terms: CardTerms) -> Examination {
        Examination(
            inputs: inputs, municipality: name, maximumAge: policy.maximumAge, terms: terms)
    }

    /// The variant that the documents give: the first in the order of variants.
    static func variant(_ alternatives: [Alternative]) -> CardVariant {
        let given = alternatives.map(\.variant)
        return CardVariant.allCases.first(where: given.contains) ?? .normal
    }

    private struct Examined {
        let examination: Examination
        let conditions: [Condition]
        let verdicts: [Verdict]
    }

    private func examine(_ inputs: DecisionInputs, under terms: CardTerms) -> Examined {
        let examination = examination(inputs, under: terms)
        let conditions = terms.rules.deciding
        return Examined(
            examination: examination, conditions: conditions,
            verdicts: conditions.map { examination.verdict(on: $0) })
    }

    private func decision(on inputs: DecisionInputs, _ examined: Examined) -> Decision {
        Decision(
            outcome: outcome(of: examined),
            regulation: RegulationCitation(
                id: id, hash: hash, status: status, validOn: lawDay(of: inputs),
                knownOn: inputs.knownOn),
            municipality: municipality, cardType: inputs.cardType,
            language: languages.contains(inputs.language)
                ? inputs.language : languages.first ?? inputs.language,
            conditions: zip(examined.conditions, examined.verdicts).map {
                examined.examination.result(of: $0, examined: $1)
            },
            notices: notices(examined.examination),
            isGrantProposed: policy.grant == .propose)
    }

    private func outcome(of examined: Examined) -> Decision.Outcome {
        var truth = Truth.yes
        for verdict in examined.verdicts { truth = truth.and(verdict.outcome.truth) }
        // What the examination left out on purpose does not count as unknown here.
        let isOpen = examined.verdicts.contains { $0.outcome == .unknown }
        if truth == .no, policy.refuse == .nothingUnknown, isOpen { truth = .unknown }
        switch truth {
        case .no: return .refusalProposed(Self.reasons(of: examined.verdicts, where: .no))
        case .unknown:
            return Self.undetermined(Self.reasons(of: examined.verdicts, where: .unknown))
        case .yes:
            let entitling = Entitling(
                examination: examined.examination,
                alternatives: examined.verdicts.compactMap(\.alternative))
            switch entitling.entitlement {
            case .success(let entitlement): return .granted(entitlement)
            case .failure(let open): return Self.undetermined([open.reason])
            }
        }
    }

    private func notices(_ examination: Examination) -> [Notice] {
        examination.terms.rules.notices.compactMap { rule in
            guard rule.effect == .notice else { return nil }
            let verdict = examination.verdict(on: rule.condition)
            guard verdict.outcome == .notSatisfied, let reason = verdict.reason else { return nil }
            return Notice(
                condition: rule.condition.id, reason: reason, reference: rule.condition.reference,
                evidence: verdict.evidence)
        }
    }

    private static func undetermined(_ reasons: [Reason]) -> Decision.Outcome {
        .undetermined(reasons, NextStep(for: reasons))
    }

    /// Each reason once, in the order of the conditions.
    private static func reasons(of verdicts: [Verdict], where truth: Truth) -> [Reason] {
        var reasons: [Reason] = []
        for verdict in verdicts where verdict.outcome.truth == truth {
            if let reason = verdict.reason, !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons
    }
}
