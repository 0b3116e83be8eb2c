import Facts
import Gateway

extension Inquiry {
    /// Asks about the person or the enterprise that applies.
    func askAboutApplicant(_ requirement: Requirement, into findings: inout Findings) async {
        guard let question = requirement.question else { return }
        findings[question] = await answer(question, query(for: requirement))
    }

    /// The question about the applicant; `nil` when the application does not say about whom.
    private func query(for requirement: Requirement) -> FactQuery? {
        switch requirement {
        case .alive: .isAlive(applicant)
        case .adult(let age): .isAged(applicant, years: age)
        case .resident(let registers, let sector):
            if let area = area(sector) {
                .lives(applicant, in: area, of: municipality, registers: registers)
            } else {
                .isResident(applicant, of: municipality, registers: registers)
            }
        case .sharedCustodyChild: .hasSharedCustodyChild(applicant)
        case .addressShown: .mayShowAddress(applicant)
        case .secondHomeTax: .paysSecondHomeTax(applicant, to: municipality)
        case .mandate: application.enterprise.map { .hasMandate(applicant, of: $0) }
        case .enterpriseActive: application.enterprise.map { .isActive($0) }
        case .establishmentInSector(let sector):
            if let enterprise = application.enterprise, let unit = application.establishment {
                .isEstablished(
                    unit, of: enterprise,
                    in: area(sector) ?? Area(municipalities: [municipality]))
            } else {
                nil
            }
        case .activity(let codes):
            if let enterprise = application.enterprise, let unit = application.establishment {
                .performs(unit, of: enterprise, activities: codes)
            } else {
                nil
            }
        case .function(let functions):
            application.enterprise.map { .holdsFunction(applicant, in: $0, functions) }
        case .careRecognised: .isRecognisedCarer(applicant)
        case .disabilityCard: .hasDisabilityCard(applicant)
        case .window, .plateFree, .municipalCap, .householdMember, .quota, .staff, .registered,
            .heldBy, .atDisposal, .category, .maximumMass, .maximumLength, .maximumHeight,
            .plateKind, .lowEmission, .carShareGroup, .anyOf, .mayDrive:
            nil
        }
    }

    /// Asks about the vehicles, or about the one who drives them.
    func askAboutVehicle(_ requirement: Requirement, into findings: inout Findings) async {
        guard let question = requirement.question else { return }
        switch requirement {
        case .heldBy(.applicant):
            await ask(question, into: &findings) { .isHeld($0, by: .person(applicant)) }
        case .heldBy(.enterprise):
            guard let enterprise = application.enterprise else {
                findings[question] = await answer(question, nil)
                return
            }
            await ask(question, into: &findings) { .isHeld($0, by: .enterprise(enterprise)) }
        case .category(let categories):
            await ask(question, into: &findings) { .isOfCategory($0, categories) }
        case .maximumMass(let mass):
            await ask(question, into: &findings) { .isNoHeavier($0, kilograms: mass) }
        case .maximumLength(let length):
            await ask(question, into: &findings) { .isNoLonger($0, centimetres: length) }
        case .maximumHeight(let height):
            await ask(question, into: &findings) { .isNoHigher($0, centimetres: height) }
        case .plateKind(let rule):
            await ask(question, into: &findings) { .isOfKind($0, rule) }
        case .lowEmission:
            guard let lowEmission else {
                findings[question] = await answer(question, nil)
                return
            }
            await ask(question, into: &findings) { .meetsLowEmission($0, lowEmission) }
        case .carShareGroup(let sharing):
            await ask(question, into: &findings) { .isShared($0, sharing) }
        case .mayDrive(let category):
            findings[question] = await answer(question, .mayDrive(applicant, category))
        case .window, .plateFree, .municipalCap, .alive, .adult, .resident, .householdMember,
            .sharedCustodyChild, .addressShown, .secondHomeTax, .mandate, .quota,
            .enterpriseActive, .establishmentInSector, .activity, .function, .staff,
            .careRecognised, .disabilityCard, .registered, .atDisposal, .anyOf:
            break
        }
    }

    private func area(_ sector: SectorID?) -> Area? {
        regulation.sectors.sectors.first { $0.id == sector }?.area
    }

    func registeredSince() async -> Evidence<CalendarDate> {
        let evidence = await facts.registeredSince(applicant)
        if evidence.value != nil { return evidence }
        for declaration in application.declarations where declaration.period.contains(day) {
            if case .registeredSince(let since) = declaration.statement {
                return Evidence(
                    .known(since), consult: nil, asOf: declaration.madeAt, basis: .declaration)
            }
        }
        return evidence
    }

    /// The sector in which the card of a person or an enterprise would be valid.
    func sector(of holder: CardHolder) async -> Evidence<SectorID> {
        let sectors = regulation.sectors.sectors
        let evidence = await facts.sector(
            of: holder == .person ? application.withoutEstablishment : application, among: sectors)
        if evidence.value != nil { return evidence }
        for declaration in application.declarations where declaration.period.contains(day) {
            if case .sector(let sector) = declaration.statement,
                sectors.contains(where: { $0.id == sector })
            {
                return Evidence(
                    .known(sector), consult: nil, asOf: declaration.madeAt, basis: .declaration)
            }
        }
        return evidence
    }

    /// The paid staff, as somebody declared it.
    func staff() -> Evidence<Int> {
        for declaration in application.declarations where declaration.period.contains(day) {
            if case .staff(let count) = declaration.statement {
                return Evidence(
                    .known(count), consult: nil, asOf: declaration.madeAt, basis: .declaration)
            }
        }
        if let count = application.document(.staffDeclaration, on: day)?.headcount {
            return Evidence(.known(count), consult: nil, asOf: time, basis: .supportingDocument)
        }
        return Evidence(.unknown(.notPublished), consult: nil, asOf: time)
    }
}
