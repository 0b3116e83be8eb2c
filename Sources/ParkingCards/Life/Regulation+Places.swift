import Facts

extension Regulation {
    /// The place that a grant needs; `nil` when the decision counted nobody.
    func place(
        for granted: Entitlement, on inputs: DecisionInputs, plates: [Plate],
        sharing shared: Set<Plate> = [], counted register: CountedRegister
    ) -> PlaceRequest? {
        guard let terms = try? terms(for: inputs, granted.variant),
            let key = register.key(for: terms.key),
            let live = inputs.findings.counts[terms.key]?.live?.value
        else { return nil }
        let own = inputs.renewal == nil ? 0 : 1
        return PlaceRequest(
            key: key, maximum: Self.ceiling(terms, inputs.findings),
            municipalCap: terms.municipalCap, others: max(0, live - own),
            municipalOthers: inputs.findings.municipalCards?.value.map { max(0, $0 - own) },
            plates: plates, sharedPlates: shared,
            heldUntil: inputs.decidedOn.adding(days: policy.reservation.days),
            on: inputs.decidedOn)
    }

    /// Whether people who share a car may have several cards for it.
    func knowsSharedCars(_ inputs: DecisionInputs) -> Bool {
        (try? terms(for: inputs, .normal))?.rules.quota.carSharing != nil
    }

    /// In which slot an application that is not decided counts, where that is known.
    func slot(for inputs: DecisionInputs, counted register: CountedRegister) -> PlaceKey? {
        guard let terms = try? terms(for: inputs, .normal) else { return nil }
        switch terms.key {
        case .household, .person: return nil
        case .address, .dwellingUnit, .enterprise, .establishment:
            return register.key(for: terms.key)
        }
    }

    /// The inputs with another number of cards that count together with the new one.
    func inputs(
        _ inputs: DecisionInputs, counting others: Int, for variant: CardVariant, at time: Timestamp
    ) -> DecisionInputs {
        guard let terms = try? terms(for: inputs, variant) else { return inputs }
        var counted = inputs
        let live = others + (inputs.renewal == nil ? 0 : 1)
        counted.findings.counts[terms.key] = QuotaCount(
            key: inputs.findings.counts[terms.key]?.key,
            live: Evidence(.known(live), consult: nil, asOf: time))
        return counted
    }

    /// Whether as many cards count as may; nobody overrides that.
    func isFull(_ inputs: DecisionInputs) -> Bool {
        guard let terms = try? terms(for: inputs, .normal),
            let live = inputs.findings.counts[terms.key]?.live?.value
        else { return false }
        return live - (inputs.renewal == nil ? 0 : 1) >= Self.ceiling(terms, inputs.findings)
    }

    /// The card to which somebody would be entitled if no condition stood against it: two officials
    /// override a refusal, not the tariff. `nil` when the cards that count were not counted.
    func entitlement(overriding inputs: DecisionInputs) -> Entitlement? {
        guard let terms = try? terms(for: inputs, .normal) else { return nil }
        let entitling = Entitling(
            examination: examination(inputs, under: terms), alternatives: [])
        return try? entitling.entitlement.get()
    }

    /// How many cards may count together. While the sector is not known, the least of all.
    private static func ceiling(_ terms: CardTerms, _ findings: Findings) -> Int {
        let maxima: [QuotaMaximum]
        if terms.maximumBySector.isEmpty {
            maxima = [terms.maximum]
        } else if let sector = findings.sector?.value {
            maxima = [terms.maximumBySector[sector] ?? terms.maximum]
        } else {
            maxima = [terms.maximum] + terms.maximumBySector.values
        }
        return maxima.map { maximum in
            switch maximum {
            case .cards(let most): most
            case .staffShare(let perMille, let above):
                switch findings.staff?.value {
                case .some(let staff) where staff <= above: Int.max
                case .some(let staff): staff * perMille / 1000
                // The number with which any staff above the threshold is enough.
                case nil: (above + 1) * perMille / 1000
                }
            }
        }.min() ?? 0
    }
}
