import Facts

/// Compares the values of a municipality with what its region prescribes.
struct RegionLint {
    let regulation: Regulation
    let region: RegionalFrame
    let places: LintPlaces

    var findings: [LintFinding] {
        regulation.cardTypes.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { type, rules in
            guard let bounds = region.bounds[type] else { return [LintFinding]() }
            let base: [LintPlaces.Step] = [.key("card_types"), .key(type.rawValue)]
            return amounts(rules, bounds, base + [.key("tariff")])
                + maxima(rules, bounds, base + [.key("quota"), .key("max")])
        }
    }

    private func amounts(
        _ rules: CardRules, _ bounds: RegionalFrame.Bounds, _ steps: [LintPlaces.Step]
    ) -> [LintFinding] {
        guard let least = bounds.leastAmounts else { return [] }
        // The minima are amounts a year.
        let payments = rules.billing == .yearly ? 1 : 12
        var findings: [LintFinding] = []
        for day in days(rules.tariff.entries.map(\.from) + least.entries.map(\.from)) {
            guard let own = rules.tariff.entry(on: day, asKnownOn: .distantFuture),
                let minimum = least.value(on: day, asKnownOn: .distantFuture)
            else { continue }
            let ranks = 1...max(own.value?.lastRank ?? 1, minimum.lastRank ?? 1)
            for rank in ranks {
                guard let amount = own.value?.amount(rank: rank),
                    let bound = minimum.amount(rank: rank), amount.cents * payments < bound.cents
                else { continue }
                findings.append(
                    places.finding(
                        .belowRegionalMinimum, .warning, at: place(own.from, steps),
                        "is \(amount.text) for rank \(rank) on \(day.text), below the regional "
                            + "minimum of \(bound.text)"))
            }
        }
        return findings
    }

    private func maxima(
        _ rules: CardRules, _ bounds: RegionalFrame.Bounds, _ steps: [LintPlaces.Step]
    ) -> [LintFinding] {
        guard let most = bounds.mostCards else { return [] }
        var findings: [LintFinding] = []
        for day in days(rules.quota.maximum.entries.map(\.from) + most.entries.map(\.from)) {
            guard let own = rules.quota.maximum.entry(on: day, asKnownOn: .distantFuture),
                case .cards(let cards) = own.value,
                let bound = most.value(on: day, asKnownOn: .distantFuture), cards > bound
            else { continue }
            findings.append(
                places.finding(
                    .aboveRegionalMaximum, .warning, at: place(own.from, steps),
                    "is \(cards) on \(day.text), above the regional maximum of \(bound)"))
        }
        return findings
    }

    private func days(_ days: [CalendarDate]) -> [CalendarDate] { Set(days).sorted() }

    private func place(_ day: CalendarDate, _ steps: [LintPlaces.Step]) -> [LintPlaces.Step] {
        places.entries(at: steps).first { $0.from == day.text }?.steps ?? steps
    }
}
