import Facts

/// Looks for days on which something is not regulated, or regulated twice.
struct DateLint {
    let regulation: Regulation
    let places: LintPlaces

    var findings: [LintFinding] {
        regulation.cardTypes.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { type, rules in
            let base: [LintPlaces.Step] = [.key("card_types"), .key(type.rawValue)]
            let quota = base + [.key("quota")]
            let maximum = rules.quota.maximum
            var findings = within(maximum, quota + [.key("max")])
            findings += within(rules.tariff, base + [.key("tariff")])
            findings += starts(
                maximum, rules.tariff, quota + [.key("max")], base + [.key("tariff")])
            for (sector, values) in rules.quota.maximumBySector {
                findings += within(
                    values, quota + [.key("max_by_sector"), .key(sector.text)])
            }
            if let cap = rules.quota.municipalCap {
                findings += within(cap, quota + [.key("municipal_cap")])
            }
            if let visits = rules.quota.allowance?.visits {
                findings += within(visits, quota + [.key("allowance"), .key("visits")])
            }
            for (variant, changes) in rules.variants {
                let steps = base + [.key("variants"), .key(variant.rawValue)]
                if let maximum = changes.maximum {
                    findings += within(maximum, steps + [.key("quota"), .key("max")])
                }
                if let tariff = changes.tariff {
                    findings += within(tariff, steps + [.key("tariff")])
                }
                if let maximum = changes.maximum, let tariff = changes.tariff {
                    findings += starts(
                        maximum, tariff, steps + [.key("quota"), .key("max")],
                        steps + [.key("tariff")])
                }
            }
            return findings
        }
    }

    /// Gaps that a rule leaves open between its values, and entries that stand out of order or can
    /// never be seen.
    private func within<Value>(
        _ values: DatedValues<Value>, _ steps: [LintPlaces.Step]
    ) -> [LintFinding] {
        var findings: [LintFinding] = []
        let placed = places.entries(at: steps)
        for (earlier, later) in zip(placed, placed.dropFirst()) where later.from < earlier.from {
            findings.append(
                places.finding(
                    .orderOfDates, .warning, at: later.steps,
                    "stands after an entry with a later day"))
        }
        for (index, entry) in values.entries.enumerated() {
            let steps = placed.first { $0.from == entry.from.text }?.steps ?? steps
            let next = values.entries.dropFirst(index + 1).first
            if entry.value == nil, let next, next.value != nil, next.from > entry.from {
                findings.append(
                    places.finding(
                        .gapInDates, .error, at: steps,
                        "leaves a gap from \(entry.from.text) until \(next.from.text)"))
            }
            let superseding = values.entries.first {
                $0.from == entry.from && $0.recorded > entry.recorded
                    && $0.recorded <= entry.from
            }
            if superseding != nil {
                findings.append(
                    places.finding(
                        .overlapInDates, .warning, at: steps,
                        "is replaced before it ever applies on \(entry.from.text)"))
            }
            if let next, next.from > entry.from, next.recorded < entry.recorded,
                next.recorded <= entry.from
            {
                findings.append(
                    places.finding(
                        .overlapInDates, .warning, at: steps,
                        "was recorded after the entry that follows it, whose days overlap"))
            }
        }
        return findings
    }

    /// A day on which there is a maximum and no amount, or the other way round.
    private func starts(
        _ maximum: DatedValues<QuotaMaximum>, _ tariff: DatedValues<Tariff>,
        _ maximumSteps: [LintPlaces.Step], _ tariffSteps: [LintPlaces.Step]
    ) -> [LintFinding] {
        var findings: [LintFinding] = []
        let days = Set(maximum.entries.map(\.from) + tariff.entries.map(\.from)).sorted()
        for day in days {
            let most = maximum.value(on: day, asKnownOn: .distantFuture)
            let amounts = tariff.value(on: day, asKnownOn: .distantFuture)
            if most != nil, amounts == nil {
                findings.append(
                    places.finding(
                        .gapInDates, .warning, at: tariffSteps,
                        "has no amount from \(day.text), on which there is a maximum"))
            } else if most == nil, amounts != nil {
                findings.append(
                    places.finding(
                        .gapInDates, .warning, at: maximumSteps,
                        "has no value from \(day.text), on which there is a tariff"))
            }
        }
        return findings
    }
}

extension CalendarDate {
    /// A day later than any that a file may hold.
    static let distantFuture = CalendarDate(daysSinceEpoch: 100_000)
}
