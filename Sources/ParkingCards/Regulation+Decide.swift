public import Facts

extension Regulation {
    /// Decides on an application from what was found out: pure, and the same bytes for the same
    /// input.
    ///
    /// Every condition is examined, so that one decision names every reason: any that is not met
    /// proposes a refusal, otherwise any that is not known leaves it undetermined, otherwise the
    /// card is granted.
    ///
    /// - Parameters:
    ///   - day: the day of the decision, whose rules apply.
    ///   - known: the day as of which the rules are known; the day of the decision, but for a
    ///     decision that is made again later.
    /// - Throws: ``NoRuleInForce`` when the regulation has no such card on that day.
    public func decide(
        _ application: CardApplication, given findings: Findings, on day: CalendarDate,
        rulesAsKnownOn known: CalendarDate
    ) throws(NoRuleInForce) -> Decision {
        let terms = try terms(for: application.cardType, on: day, asKnownOn: known)
        return decide(
            application, given: findings, under: terms, on: day, rulesAsKnownOn: known)
    }

    func decide(
        _ application: CardApplication, given findings: Findings, under terms: CardTerms,
        on day: CalendarDate, rulesAsKnownOn known: CalendarDate
    ) -> Decision {
        let examination = Examination(
            application: application, municipality: name, maximum: terms.maximum, day: day)
        let results = terms.rules.conditions.map { examination.result(of: $0, given: findings) }
        return Decision(
            outcome: outcome(of: results, terms, live: findings.liveCards?.value, on: day),
            regulation: RegulationCitation(
                id: id, hash: hash, status: status, validOn: day, knownOn: known),
            municipality: municipality, cardType: application.cardType,
            language: languages.contains(application.language)
                ? application.language : languages.first ?? application.language,
            conditions: results)
    }

    func terms(
        for cardType: CardType, on day: CalendarDate, asKnownOn known: CalendarDate
    ) throws(NoRuleInForce) -> CardTerms {
        guard let rules = cardTypes[cardType],
            let maximum = rules.maximum.entry(on: day, asKnownOn: known),
            let tariff = rules.tariff.entry(on: day, asKnownOn: known)
        else { throw NoRuleInForce() }
        return CardTerms(rules: rules, maximum: maximum.value, tariff: tariff.value)
    }

    private func outcome(
        of results: [ConditionResult], _ terms: CardTerms, live: Int?, on day: CalendarDate
    ) -> Decision.Outcome {
        switch Truth.all(results.lazy.map(\.outcome.truth)) {
        case .no: return .refusalProposed(reasons(of: results, where: .no))
        case .unknown: return undetermined(reasons(of: results, where: .unknown))
        case .yes:
            guard let live, let amount = terms.tariff.amount(rank: live + 1) else {
                return undetermined([.factNotEstablished])
            }
            return .granted(
                Entitlement(
                    rank: live + 1, amount: amount,
                    validity: ValidityPeriod(from: day, lasting: terms.rules.validity)))
        }
    }

    private func undetermined(_ reasons: [Reason]) -> Decision.Outcome {
        .undetermined(reasons, NextStep(for: reasons))
    }

    /// Each reason once, in the order of the conditions.
    private func reasons(of results: [ConditionResult], where truth: Truth) -> [Reason] {
        var reasons: [Reason] = []
        for result in results where result.outcome.truth == truth {
            if let reason = result.reason, !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons
    }
}
