import AccessRights
import Facts

/// Compares what the conditions ask with what the deciding organisations may ask.
struct AuthorisationLint {
    let regulation: Regulation
    let authorisations: [Authorisation]
    let places: LintPlaces

    var findings: [LintFinding] {
        let own = authorisations.filter { regulation.deciders.contains($0.terms.organisation) }
        guard !own.isEmpty else {
            return [
                places.finding(
                    .noAuthorisation, .error, at: [.key("decided_by")],
                    "names no organisation that has an authorisation")
            ]
        }
        return regulation.cardTypes.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { type in
            places.conditions(of: type).flatMap { id, steps in
                missing(for: id, type, own).map { verification in
                    places.finding(
                        .outsideAuthorisation, .error, at: steps,
                        "asks \(verification.rawValue), which no authorisation of the "
                            + "municipality grants")
                }
            }
        }
    }

    private func missing(
        for id: String, _ type: CardType, _ own: [Authorisation]
    ) -> [VerificationID] {
        guard let condition = ConditionID(rawValue: id), let rules = regulation.cardTypes[type]
        else { return [] }
        let mine = rules.everyCondition.filter { $0.id == condition }
        return condition.verifications(of: mine, under: rules).filter { verification in
            !own.contains { $0.allows(verification) }
        }
    }
}

extension CardRules {
    /// The conditions, those of the notices and of the groups included.
    fileprivate var everyCondition: [Condition] {
        (conditions + notices.map(\.condition)).flatMap { condition in
            if case .anyOf(let members) = condition.requirement { return [condition] + members }
            return [condition]
        }
    }

    fileprivate var isBySector: Bool { !quota.maximumBySector.isEmpty }

    fileprivate var quotaVerifications: [VerificationID] {
        let keys = Set([quota.key] + variants.values.compactMap(\.key))
        var counted: [VerificationID] = []
        if !keys.isDisjoint(with: [.household, .person]) { counted.append(.householdPseudonyms) }
        if !keys.isDisjoint(with: [.address, .dwellingUnit]) { counted.append(.addressPseudonym) }
        let placed: [VerificationID] =
            !isBySector ? [] : holder == .person ? [.areaOfResidence] : [.areaOfEstablishment]
        return counted + placed + (quota.allowance?.scale == nil ? [] : [.isAdult])
    }
}

extension ConditionID {
    /// The verifications of the gateway on which a condition rests; none where no source publishes
    /// what it needs.
    fileprivate func verifications(
        of conditions: [Condition], under rules: CardRules
    ) -> [VerificationID] {
        let requirements = conditions.map(\.requirement)
        let counted = conditions.contains { condition in
            condition.choices.alternatives.contains { $0.start == .registeredSince }
        }
        return verifications(of: requirements, rules) + (counted ? [.inscribedSince] : [])
    }

    private func verifications(
        of requirements: [Requirement], _ rules: CardRules
    ) -> [VerificationID] {
        switch self {
        case .alive: [.isAlive]
        case .adult: [.isAdult]
        case .resident:
            requirements.contains { requirement in
                if case .resident(_, .some) = requirement { true } else { false }
            } ? [.livesIn] : [.isInscribedIn]
        case .householdMember: [.householdPseudonyms]
        case .sharedCustodyChild: [.hasSharedCustody]
        case .addressShown: [.addressMayBeShown]
        case .quota: rules.quotaVerifications
        case .enterpriseActive: [.enterpriseIsActive]
        case .establishmentInSector: [.establishmentIsIn]
        case .activity: [.performsActivity]
        case .registered: [.vehicleIsRegistered, .vehicleIsSuspended]
        case .heldBy, .atDisposal: [.vehicleIsHeldBy]
        case .category: [.vehicleIsOfCategory]
        case .maximumMass: [.vehicleIsNoHeavier]
        case .maximumLength: [.vehicleIsNoLonger]
        case .maximumHeight: [.vehicleIsNoHigher]
        case .plateKind: [.plateIsOfKind]
        case .lowEmission: [.vehicleMeetsLowEmission]
        case .mayDrive: [.mayDrive]
        case .window, .plateFree, .municipalCap, .secondHomeTax, .mandate, .function, .staff,
            .careRecognised, .disabilityCard, .carShareGroup, .anyOf:
            []
        }
    }
}
