import Facts

/// Works out the card of somebody against whom nothing stands.
struct Entitling {
    /// Something that the card needs is not known.
    struct Open: Error {
        let reason: Reason
    }

    let examination: Examination
    /// The documents that took the place of a source's answer.
    let alternatives: [Alternative]

    private var terms: CardTerms { examination.terms }
    private var inputs: DecisionInputs { examination.inputs }

    var entitlement: Result<Entitlement, Open> {
        guard let live = examination.live else {
            return .failure(Open(reason: .factNotEstablished))
        }
        let rank = inputs.renewal?.rank ?? live + 1
        guard let amount = terms.tariff.amount(rank: rank), let validity = validity(rank: rank)
        else { return .failure(Open(reason: .factNotEstablished)) }
        return allowance.map { allowance in
            Entitlement(
                rank: rank, amount: amount, billing: terms.rules.billing, validity: validity,
                variant: Regulation.variant(alternatives), sector: inputs.findings.sector?.value,
                allowance: allowance)
        }
    }

    /// The shortest of what the documents and the variant allow, otherwise the term of the card.
    private func validity(rank: Int) -> ValidityPeriod? {
        let day = inputs.decidedOn
        var ends: [CalendarDate] = []
        if let fixed = terms.validity {
            ends.append(ValidityPeriod(from: day, lasting: fixed).until)
        }
        for alternative in alternatives {
            guard let term = alternative.validity else { continue }
            switch alternative.start {
            case .decision: ends.append(ValidityPeriod(from: day, lasting: term).until)
            case .registeredSince:
                guard let since = inputs.findings.registeredSince?.value else { return nil }
                ends.append(ValidityPeriod(from: since, lasting: term).until)
            }
        }
        if let last = ends.min() { return ValidityPeriod(from: day, until: last) }
        return ValidityPeriod(
            from: day, lasting: terms.rules.validity.term(rank: rank, asked: inputs.term))
    }

    private var allowance: Result<GrantedAllowance?, Open> {
        guard let rule = terms.rules.quota.allowance, let usual = terms.visits else {
            return .success(nil)
        }
        func granted(_ visits: Int) -> Result<GrantedAllowance?, Open> {
            .success(GrantedAllowance(visits: visits, free: rule.free, unit: rule.unit))
        }
        guard let scale = rule.scale else { return granted(usual) }
        switch examination.answer(.isOfScaleAge)?.finding {
        case .known(true): return granted(scale.visits)
        case .known(false): return granted(usual)
        case .unknown(let gap): return .failure(Open(reason: Reason(gap)))
        case nil: return .failure(Open(reason: .factNotEstablished))
        }
    }
}
