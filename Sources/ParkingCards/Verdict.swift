/// What an examination says of one condition, before its legal reference is added.
struct Verdict {
    let outcome: ConditionOutcome
    let reason: Reason?
    let evidence: [EvidenceRecord]
    var alternative: Alternative?
    var members: [ConditionResult] = []

    static let notExamined = Verdict(.notExamined, evidence: [])

    init(_ outcome: ConditionOutcome, _ reason: Reason? = nil, evidence: [EvidenceRecord]) {
        self.outcome = outcome
        self.reason = reason
        self.evidence = evidence
    }

    /// The verdict that follows from a yes or no alone; `reason` is for the no.
    init(
        _ evidence: Evidence<Bool>?, from source: EvidenceSource,
        otherwise reason: @autoclosure () -> Reason
    ) {
        guard let evidence else {
            self = .notExamined
            return
        }
        let records = EvidenceRecord.traces(of: evidence, from: source)
        switch evidence.finding {
        case .known(true): self.init(.satisfied, evidence: records)
        case .known(false): self.init(.notSatisfied, reason(), evidence: records)
        case .unknown(let gap): self.init(.unknown, Reason(gap), evidence: records)
        }
    }

    /// The verdict when any one of several ways is enough, with the evidence of them all.
    ///
    /// Of several unknowns the one that says most is given: a missing document last.
    static func any(_ verdicts: [Verdict]) -> Verdict {
        let evidence = verdicts.flatMap(\.evidence)
        let telling: Verdict?
        var truth = Truth.no
        for verdict in verdicts { truth = truth.or(verdict.outcome.truth) }
        switch truth {
        case .yes: return Verdict(.satisfied, evidence: evidence)
        case .no: telling = verdicts.first
        case .unknown:
            let unknown = verdicts.filter { $0.outcome.truth == .unknown }
            telling =
                unknown.first { $0.outcome == .notExamined }
                ?? unknown.first { $0.reason != .proofRequired } ?? unknown.first
        }
        return Verdict(telling?.outcome ?? .notExamined, telling?.reason, evidence: evidence)
    }

    /// The verdict when several things must hold together, with the evidence of them all.
    static func all(_ verdicts: [Verdict]) -> Verdict {
        let evidence = verdicts.flatMap(\.evidence)
        var truth = Truth.yes
        for verdict in verdicts { truth = truth.and(verdict.outcome.truth) }
        guard truth != .yes else { return Verdict(.satisfied, evidence: evidence) }
        let telling = verdicts.first { $0.outcome.truth == truth }
        return Verdict(telling?.outcome ?? .notExamined, telling?.reason, evidence: evidence)
    }
}
