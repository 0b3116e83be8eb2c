import Facts

/// Examines the conditions of one application: pure, and each apart from the others.
struct Examination {
    let inputs: DecisionInputs
    let municipality: LocalizedText
    let maximumAge: [EvidenceSource: DayCount]
    let terms: CardTerms
    /// The day of the decision, in days since 1 January 1970.
    let today: Int

    init(
        inputs: DecisionInputs, municipality: LocalizedText,
        maximumAge: [EvidenceSource: DayCount], terms: CardTerms
    ) {
        self.inputs = inputs
        self.municipality = municipality
        self.maximumAge = maximumAge
        self.terms = terms
        today = inputs.decidedOn.daysSinceEpoch
    }

    var findings: Findings { inputs.findings }
    var day: CalendarDate { inputs.decidedOn }

    func result(of condition: Condition) -> ConditionResult {
        result(of: condition, examined: verdict(on: condition))
    }

    func result(of condition: Condition, examined verdict: Verdict) -> ConditionResult {
        ConditionResult(
            id: condition.id, outcome: verdict.outcome, reason: verdict.reason,
            reference: condition.reference, evidence: verdict.evidence,
            document: verdict.alternative?.document, members: verdict.members)
    }

    /// The verdict with the municipality's choices applied.
    func verdict(on condition: Condition) -> Verdict {
        let verdict = verdict(on: condition.requirement)
        switch verdict.outcome {
        case .satisfied, .waived: return verdict
        // A document that could be enough makes a question superfluous; it is looked at all the
        // same, but for one that was left out after a definitive no.
        case .notExamined: return verdict
        case .notSatisfied, .unknown: break
        }
        if let replaced = replaced(verdict, by: condition.choices.alternatives) { return replaced }
        return chosen(condition, verdict)
    }

    /// The answer to a question, unless it is older than the municipality accepts.
    func answer(_ question: FactQuestion) -> Evidence<Bool>? {
        guard let evidence = inputs.findings.answers[question] else { return nil }
        return fresh(evidence, from: question.source)
    }

    func fresh<Value>(
        _ evidence: Evidence<Value>, from source: EvidenceSource
    ) -> Evidence<Value> {
        guard evidence.basis == .source, case .known = evidence.finding,
            let most = maximumAge[source],
            evidence.asOf.utcDaysSinceEpoch + most.days < today
        else { return evidence }
        return evidence.with(.unknown(.sourceStale))
    }

    func verdict(_ question: FactQuestion, otherwise reason: @autoclosure () -> Reason) -> Verdict {
        Verdict(answer(question), from: question.source, otherwise: reason())
    }

    /// A supporting document in the place of what a source did not confirm.
    private func replaced(_ verdict: Verdict, by alternatives: [Alternative]) -> Verdict? {
        for alternative in alternatives where inputs.documents.contains(alternative.document) {
            guard alternative.start == .registeredSince else {
                return satisfied(verdict, by: alternative)
            }
            switch findings.registeredSince?.finding {
            case .known(let since):
                let term = alternative.validity ?? terms.rules.validity.usual
                guard ValidityPeriod(from: since, lasting: term).contains(day) else { continue }
                return satisfied(verdict, by: alternative)
            case .unknown(let gap):
                return Verdict(.unknown, Reason(gap), evidence: verdict.evidence)
            case nil: return Verdict(.unknown, .factNotEstablished, evidence: verdict.evidence)
            }
        }
        return nil
    }

    private func satisfied(_ verdict: Verdict, by alternative: Alternative) -> Verdict {
        var result = Verdict(.satisfied, evidence: verdict.evidence)
        result.alternative = alternative
        return result
    }

    private func chosen(_ condition: Condition, _ verdict: Verdict) -> Verdict {
        let choices = condition.choices
        if verdict.outcome == .unknown {
            let gap = gap(of: condition)
            if gap == .notPublished || gap == .inconclusive {
                switch choices.whenMissing {
                case .unknown: break
                case .ignore: return Verdict(.waived, evidence: verdict.evidence)
                case .no: return cured(condition, refused(condition, verdict))
                }
            }
            if gap == .subjectUnknown, choices.notFound == .no {
                return cured(condition, refused(condition, verdict))
            }
            if gap == .documentExpired { return expired(verdict, choices.cure) }
            // The silence of a source waives nothing.
            let isMissing = gap == .notPublished || gap == .inconclusive || gap == .subjectUnknown
            if isMissing, terms.waivesUnknown.contains(condition.id) {
                return Verdict(.waived, evidence: verdict.evidence)
            }
            return verdict
        }
        return cured(condition, verdict)
    }

    private func gap(of condition: Condition) -> EvidenceGap? {
        guard let question = condition.requirement.question,
            case .unknown(let gap) = answer(question)?.finding
        else { return nil }
        return gap
    }

    /// What does not stand in a register, taken for a no as the municipality chose.
    private func refused(_ condition: Condition, _ verdict: Verdict) -> Verdict {
        let reason = verdict.reason == .licenceNotFound ? .licenceNotFound : reason(condition)
        return Verdict(.notSatisfied, reason, evidence: verdict.evidence)
    }

    private func reason(_ condition: Condition) -> Reason {
        condition.requirement.reason(municipality, day) ?? .factNotEstablished
    }

    /// A no that the applicant still has time to repair is not a no yet. Of a licence only the
    /// document can be repaired.
    private func cured(_ condition: Condition, _ verdict: Verdict) -> Verdict {
        guard condition.id != .mayDrive, let cure = condition.choices.cure,
            let reason = verdict.reason
        else { return verdict }
        let due = inputs.appliedOn.adding(days: cure.days)
        guard day <= due else { return verdict }
        return Verdict(.unknown, .curable(reason, due: due), evidence: verdict.evidence)
    }

    private func expired(_ verdict: Verdict, _ cure: DayCount?) -> Verdict {
        guard let cure else { return verdict }
        let due = inputs.appliedOn.adding(days: cure.days)
        return Verdict(
            day <= due ? .unknown : .notSatisfied, .licenceExpired(due: due),
            evidence: verdict.evidence)
    }
}
