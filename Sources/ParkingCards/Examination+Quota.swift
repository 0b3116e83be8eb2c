import Facts

extension Examination {
    /// How many live cards count together with the new one; a renewed card does not.
    var live: Int? {
        guard let live = findings.counts[terms.key]?.live?.value else { return nil }
        return inputs.renewal == nil ? live : max(0, live - 1)
    }

    var verdictOnQuota: Verdict {
        guard let count = findings.counts[terms.key] else { return .notExamined }
        var evidence: [EvidenceRecord] = []
        if let key = count.key.map({ fresh($0, from: .nationalRegister) }) {
            evidence += EvidenceRecord.traces(of: key, from: .nationalRegister)
            if case .unknown(let gap) = key.finding {
                return Verdict(.unknown, Reason(gap), evidence: evidence)
            }
        }
        guard let counted = count.live else { return .notExamined }
        evidence += EvidenceRecord.traces(of: counted, from: .cardRegister)
        guard let live else {
            guard case .unknown(let gap) = counted.finding else { return .notExamined }
            return Verdict(.unknown, Reason(gap), evidence: evidence)
        }
        return verdict(on: live, evidence)
    }

    var verdictOnMunicipalCap: Verdict {
        guard let cap = terms.municipalCap else { return Verdict(.satisfied, evidence: []) }
        guard let cards = findings.municipalCards else { return .notExamined }
        let evidence = EvidenceRecord.traces(of: cards, from: .cardRegister)
        switch cards.finding {
        case .known(let count):
            let others = inputs.renewal == nil ? count : max(0, count - 1)
            return others < cap
                ? Verdict(.satisfied, evidence: evidence)
                : Verdict(.notSatisfied, .municipalCapReached, evidence: evidence)
        case .unknown(let gap): return Verdict(.unknown, Reason(gap), evidence: evidence)
        }
    }

    /// The verdict under the maximum of the sector; while the sector is not known, it is settled
    /// when every sector gives the same.
    private func verdict(on live: Int, _ evidence: [EvidenceRecord]) -> Verdict {
        guard !terms.maximumBySector.isEmpty else {
            return verdict(on: live, under: terms.maximum, evidence)
        }
        switch findings.sector?.finding {
        case .known(let sector):
            return verdict(
                on: live, under: terms.maximumBySector[sector] ?? terms.maximum, evidence)
        case .unknown, nil:
            let all = Set(terms.maximumBySector.values).union([terms.maximum])
            let verdicts = all.map { verdict(on: live, under: $0, evidence) }
            if Set(verdicts.map(\.outcome)).count == 1,
                let strictest = verdicts.min(by: Self.isStricter)
            {
                return strictest
            }
            if case .unknown(let gap) = findings.sector?.finding {
                return Verdict(.unknown, Reason(gap), evidence: evidence)
            }
            return Verdict(.unknown, .factNotEstablished, evidence: evidence)
        }
    }

    private static func isStricter(_ left: Verdict, _ right: Verdict) -> Bool {
        guard case .quotaExceeded(_, let first, _) = left.reason,
            case .quotaExceeded(_, let second, _) = right.reason
        else { return false }
        return first < second
    }

    private func verdict(
        on live: Int, under maximum: QuotaMaximum, _ evidence: [EvidenceRecord]
    ) -> Verdict {
        switch maximum {
        case .cards(let most):
            if live < most { return Verdict(.satisfied, evidence: evidence) }
            return Verdict(
                .notSatisfied, .quotaExceeded(live: live, maximum: most, key: terms.key),
                evidence: evidence)
        case .staffShare(let perMille, let above):
            // Any number of staff is enough when even the least one above the threshold is.
            let least = maximum.leastStaff(for: live + 1)
            if least <= above + 1 { return Verdict(.satisfied, evidence: evidence) }
            guard let staff = findings.staff else { return .notExamined }
            let evidence = evidence + EvidenceRecord.traces(of: staff, from: .otherRegister)
            guard let count = staff.value else {
                return Verdict(.unknown, .staffUnknown, evidence: evidence)
            }
            if count <= above || count >= least { return Verdict(.satisfied, evidence: evidence) }
            return Verdict(
                .notSatisfied,
                .quotaExceeded(live: live, maximum: count * perMille / 1000, key: terms.key),
                evidence: evidence)
        }
    }
}
