import Facts
import Gateway

/// Asks what one application needs to know.
struct Inquiry {
    let application: CardApplication
    let regulation: Regulation
    let lowEmission: LowEmissionRule?
    let facts: any FactChecker
    let cards: any CardStorage
    let census: (any CardCensus)?
    let day: CalendarDate
    let time: Timestamp

    var applicant: SSIN { application.applicant }
    var municipality: NISCode { application.municipality }

    /// Asks the questions of one condition and adds what was found.
    func ask(
        for condition: Condition, under terms: CardTerms, into findings: inout Findings
    ) async throws(AssessmentFailure) {
        switch condition.requirement {
        case .plateFree: try await askForPlate(terms.rules.quota, into: &findings)
        case .quota: try await count(terms, into: &findings)
        case .municipalCap: try await countMunicipality(into: &findings)
        case .staff: findings.staff = staff()
        case .householdMember:
            try await askForMembership(terms, into: &findings)
        case .registered:
            await ask(.isRegistered, into: &findings) { .isRegistered($0) }
            guard findings[.isRegistered]?.value != true else { break }
            let suspended = await answer(.isSuspended) { .isSuspended($0) }
            if suspended.value != nil { findings[.isSuspended] = suspended }
        case .atDisposal(let ways): await askForDisposal(ways, into: &findings)
        case .anyOf(let members):
            for member in members { try await ask(for: member, under: terms, into: &findings) }
        case .window, .alive, .adult, .resident, .sharedCustodyChild, .addressShown,
            .secondHomeTax, .mandate, .enterpriseActive, .establishmentInSector, .activity,
            .function, .careRecognised, .disabilityCard:
            await askAboutApplicant(condition.requirement, into: &findings)
        case .heldBy, .category, .maximumMass, .maximumLength, .maximumHeight, .plateKind,
            .lowEmission, .carShareGroup, .mayDrive:
            await askAboutVehicle(condition.requirement, into: &findings)
        }
        if condition.choices.alternatives.contains(where: { $0.start == .registeredSince }),
            findings.registeredSince == nil
        {
            findings.registeredSince = await registeredSince()
        }
    }

    /// The answer to a question, from the source or else from what was handed in or declared.
    func answer(_ question: FactQuestion, _ query: FactQuery?) async -> Evidence<Bool> {
        var evidence = Evidence<Bool>(.unknown(.notPublished), consult: nil, asOf: time)
        if let query { evidence = await facts.answer(question, query) }
        if evidence.value != nil { return evidence }
        if let declared = declared(question) { return declared }
        if let kind = question.document, application.document(kind, on: day) != nil {
            return Evidence(.known(true), consult: nil, asOf: time, basis: .supportingDocument)
        }
        return evidence
    }

    /// Asks about every vehicle of the card: one no decides, then one unknown.
    func ask(
        _ question: FactQuestion, into findings: inout Findings, _ query: (Plate) -> FactQuery
    ) async {
        findings[question] = await answer(question) { query($0) }
    }

    private func answer(
        _ question: FactQuestion, _ query: (Plate) -> FactQuery
    ) async -> Evidence<Bool> {
        var result = await answer(question, query(application.plate))
        for plate in application.furtherPlates {
            if result.value == false { return result }
            let next = await answer(question, query(plate))
            if next.value != true { result = next }
        }
        return result
    }

    /// What an official declared about a question, on the day of the decision.
    func declared(_ question: FactQuestion) -> Evidence<Bool>? {
        for declaration in application.declarations where declaration.period.contains(day) {
            if case .answer(question, let answer) = declaration.statement {
                return Evidence(
                    .known(answer), consult: nil, asOf: declaration.madeAt, basis: .declaration)
            }
        }
        return nil
    }

    /// Asks in whose name the vehicle is registered, and no further once one way is enough.
    private func askForDisposal(
        _ ways: [Requirement.Disposal], into findings: inout Findings
    ) async {
        for way in ways {
            if let kind = way.document, application.document(kind, on: day) == nil { continue }
            var holds = true
            switch (way.holder, way.document) {
            case (.applicant, _):
                await ask(.isHeldByApplicant, into: &findings) {
                    .isHeld($0, by: .person(applicant))
                }
                holds = findings[.isHeldByApplicant]?.value == true
            case (.enterprise, nil):
                await askForHolder(.isHeldByEnterprise, application.enterprise, into: &findings)
                holds = findings[.isHeldByEnterprise]?.value == true
            case (.enterprise, let kind?):
                let signer = application.document(kind, on: day)?.enterprise
                await askForHolder(.isHeldBySigner, signer, into: &findings)
                holds = findings[.isHeldBySigner]?.value == true
            case (nil, _): break
            }
            if holds, !way.functions.isEmpty {
                findings[.holdsFunctionAtHolder] = await answer(
                    .holdsFunctionAtHolder,
                    application.enterprise.map { .holdsFunction(applicant, in: $0, way.functions) })
                holds = findings[.holdsFunctionAtHolder]?.value == true
            }
            if holds { return }
        }
    }

    private func askForHolder(
        _ question: FactQuestion, _ enterprise: EnterpriseNumber?, into findings: inout Findings
    ) async {
        guard let enterprise else {
            findings[question] = await answer(question, nil)
            return
        }
        await ask(question, into: &findings) { .isHeld($0, by: .enterprise(enterprise)) }
    }
}
