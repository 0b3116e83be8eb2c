import Facts

extension Examination {
    /// The verdict before the municipality's choices.
    func verdict(on requirement: Requirement) -> Verdict {
        switch requirement {
        case .window(let opens, let closes):
            let applied = inputs.appliedOn
            let isOpen =
                (opens.map { $0 <= applied } ?? true) && (closes.map { applied <= $0 } ?? true)
            return Verdict(
                isOpen ? .satisfied : .notSatisfied, isOpen ? nil : .outsideWindow, evidence: [])
        case .plateFree: return verdictOnPlate
        case .municipalCap: return verdictOnMunicipalCap
        case .quota: return verdictOnQuota
        case .registered: return verdictOnRegistration
        case .staff(let least): return verdict(onStaff: least)
        case .atDisposal(let ways): return .any(ways.map(verdict(on:)))
        case .anyOf(let members): return verdict(onGroup: members)
        case .mayDrive:
            let verdict = verdict(.mayDrive, otherwise: .mayNotDrive(on: day))
            guard case .unknown(.subjectUnknown) = answer(.mayDrive)?.finding else {
                return verdict
            }
            return Verdict(.unknown, .licenceNotFound, evidence: verdict.evidence)
        case .alive, .adult, .resident, .householdMember, .sharedCustodyChild, .addressShown,
            .secondHomeTax, .mandate, .enterpriseActive, .establishmentInSector, .activity,
            .function, .careRecognised, .disabilityCard, .heldBy, .category, .maximumMass,
            .maximumLength, .maximumHeight, .plateKind, .lowEmission, .carShareGroup:
            return simple(requirement)
        }
    }

    private func simple(_ requirement: Requirement) -> Verdict {
        guard let question = requirement.question else { return .notExamined }
        return verdict(
            question, otherwise: requirement.reason(municipality, day) ?? .factNotEstablished)
    }

    /// One card for a plate, unless enough people share the car; and not too many plates.
    private var verdictOnPlate: Verdict {
        let most = terms.rules.quota.platesPerCard
        if inputs.plates > most {
            return Verdict(.notSatisfied, .tooManyPlates(maximum: most), evidence: [])
        }
        let verdict = verdict(.plateIsFree, otherwise: .plateHasCard)
        guard verdict.outcome == .notSatisfied, terms.rules.quota.carSharing != nil,
            let shared = answer(.isSharedCar)
        else { return verdict }
        let sharing = Verdict(shared, from: .otherRegister, otherwise: .plateHasCard)
        return .any([verdict, sharing])
    }

    /// A registration that is suspended is told apart where somebody established that.
    private var verdictOnRegistration: Verdict {
        let verdict = verdict(.isRegistered, otherwise: .vehicleNotRegistered)
        guard verdict.outcome != .satisfied, let suspended = answer(.isSuspended),
            suspended.value == true
        else { return verdict }
        return Verdict(
            .notSatisfied, .vehicleSuspended,
            evidence: verdict.evidence + [EvidenceRecord(suspended, from: .vehicleRegister)])
    }

    private func verdict(onStaff least: Int) -> Verdict {
        guard let staff = findings.staff else { return .notExamined }
        let evidence = EvidenceRecord.traces(of: staff, from: .otherRegister)
        switch staff.finding {
        case .known(let count) where count >= least:
            return Verdict(.satisfied, evidence: evidence)
        case .known: return Verdict(.notSatisfied, .tooFewStaff, evidence: evidence)
        case .unknown: return Verdict(.unknown, .staffUnknown, evidence: evidence)
        }
    }

    private func verdict(onGroup members: [Condition]) -> Verdict {
        let verdicts = members.map { verdict(on: $0) }
        var result = Verdict.any(verdicts)
        result.members = zip(members, verdicts).map { self.result(of: $0, examined: $1) }
        result.alternative = verdicts.first { $0.outcome.truth == .yes }?.alternative
        return result
    }

    /// A way that needs a document stays open as long as no document proves it: a missing paper
    /// is never a refusal.
    private func verdict(on way: Requirement.Disposal) -> Verdict {
        var verdicts: [Verdict] = []
        switch (way.holder, way.document) {
        case (.applicant, _):
            verdicts.append(verdict(.isHeldByApplicant, otherwise: .vehicleNotAtDisposal))
        case (.enterprise, nil):
            verdicts.append(verdictOnHolder(.isHeldByEnterprise, otherwise: .vehicleNotAtDisposal))
        case (.enterprise, _):
            verdicts.append(verdictOnHolder(.isHeldBySigner, otherwise: .proofRequired))
        case (nil, _): break
        }
        if !way.functions.isEmpty {
            verdicts.append(
                verdictOnHolder(.holdsFunctionAtHolder, otherwise: .vehicleNotAtDisposal))
        }
        if let document = way.document, !inputs.documents.contains(document) {
            return Verdict(.unknown, .proofRequired, evidence: verdicts.flatMap(\.evidence))
        }
        let result = Verdict.all(verdicts)
        // A document that was signed by somebody else proves nothing, and nothing against.
        guard way.document != nil, result.outcome == .notSatisfied else { return result }
        return Verdict(.unknown, .proofRequired, evidence: result.evidence)
    }

    /// What concerns an enterprise that the applicant did not name stays open.
    private func verdictOnHolder(_ question: FactQuestion, otherwise reason: Reason) -> Verdict {
        let verdict = verdict(question, otherwise: reason)
        guard case .unknown(let gap) = answer(question)?.finding,
            gap == .notPublished || gap == .inconclusive
        else { return verdict }
        return Verdict(.unknown, .proofRequired, evidence: verdict.evidence)
    }
}
