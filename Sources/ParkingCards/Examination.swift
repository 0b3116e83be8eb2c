import Facts

/// Examines the conditions of one application on one day: pure, and each apart from the others.
struct Examination {
    let application: CardApplication
    let municipality: LocalizedText
    let maximum: Int
    let day: CalendarDate

    func result(of condition: Condition, given findings: Findings) -> ConditionResult {
        let verdict = verdict(on: condition.requirement, given: findings)
        return ConditionResult(
            id: condition.id, outcome: verdict.outcome, reason: verdict.reason,
            reference: condition.reference, evidence: verdict.evidence)
    }

    private func verdict(on requirement: Requirement, given findings: Findings) -> Verdict {
        switch requirement {
        case .plateFree:
            Verdict(findings.isPlateFree, from: .cardRegister, otherwise: .plateHasCard)
        case .alive:
            Verdict(findings.isAlive, from: .nationalRegister, otherwise: .applicantDeceased)
        case .resident:
            Verdict(
                findings.isResident, from: .nationalRegister,
                otherwise: .notResident(municipality: municipality, on: day))
        case .quota: verdict(onQuota: findings)
        case .registered:
            Verdict(findings.isRegistered, from: .vehicleRegister, otherwise: .vehicleNotRegistered)
        case .atDisposal(let ways): verdict(onDisposal: ways, given: findings)
        case .category(_, _, let choice): verdict(onLimits: findings.isWithinLimits, choice)
        case .mayDrive(_, let choice): verdict(onLicence: findings.mayDrive, choice)
        }
    }

    private func verdict(onQuota findings: Findings) -> Verdict {
        guard let household = findings.household else { return .notExamined }
        let asked = EvidenceRecord(household, from: .nationalRegister)
        if case .unknown(let gap) = household.finding {
            return Verdict(.unknown, Reason(gap), evidence: [asked])
        }
        guard let count = findings.liveCards, let live = count.value else { return .notExamined }
        let evidence = [asked, EvidenceRecord(count, from: .cardRegister)]
        if live < maximum { return Verdict(.satisfied, evidence: evidence) }
        return Verdict(
            .notSatisfied, .quotaExceeded(live: live, maximum: maximum), evidence: evidence)
    }

    /// A way that needs a document stays open as long as no document proves it: a missing paper
    /// is never a refusal.
    private func verdict(onDisposal ways: [Requirement.Disposal], given findings: Findings)
        -> Verdict
    {
        var verdicts: [Verdict] = []
        for way in ways {
            switch way {
            case .heldByApplicant:
                verdicts.append(
                    Verdict(
                        findings.isHeldByApplicant, from: .vehicleRegister,
                        otherwise: .vehicleNotAtDisposal))
            case .heldByEnterprise(let kind):
                let verdict = Verdict(
                    findings.isHeldByEmployer, from: .vehicleRegister, otherwise: .proofRequired)
                let isHandedIn = application.document(kind, on: day) != nil
                switch (isHandedIn, verdict.outcome) {
                case (true, .satisfied), (true, .unknown), (true, .notExamined):
                    verdicts.append(verdict)
                case (true, .notSatisfied), (true, .waived), (false, _):
                    verdicts.append(
                        Verdict(.unknown, .proofRequired, evidence: verdict.evidence))
                }
            }
        }
        return .any(verdicts)
    }

    private func verdict(
        onLimits evidence: Evidence<Bool>?, _ choice: Requirement.WhenMissing
    ) -> Verdict {
        let verdict = Verdict(evidence, from: .vehicleRegister, otherwise: .vehicleOutsideLimits)
        switch (evidence?.finding, choice) {
        case (.unknown(.notPublished), .ignore), (.unknown(.inconclusive), .ignore):
            return Verdict(.waived, evidence: verdict.evidence)
        case (.unknown, _), (.known, _), (nil, _): return verdict
        }
    }

    private func verdict(
        onLicence evidence: Evidence<Bool>?, _ choice: Requirement.NotFound
    ) -> Verdict {
        let verdict = Verdict(evidence, from: .drivingLicences, otherwise: .mayNotDrive(on: day))
        guard case .unknown(.subjectUnknown) = evidence?.finding else { return verdict }
        switch choice {
        case .unknown: return Verdict(.unknown, .licenceNotFound, evidence: verdict.evidence)
        case .no: return Verdict(.notSatisfied, .licenceNotFound, evidence: verdict.evidence)
        }
    }
}
