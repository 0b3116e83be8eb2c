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
        guard let condition = ConditionID(rawValue: id) else { return [] }
        let key = regulation.cardTypes[type]?.quota.key
        return condition.verifications(countingBy: key).filter { verification in
            !own.contains { $0.allows(verification) }
        }
    }
}

extension ConditionID {
    /// The verifications of the gateway on which a condition rests; none where no source publishes
    /// what it needs.
    func verifications(countingBy key: QuotaKey?) -> [VerificationID] {
        switch self {
        case .alive: [.isAlive]
        case .adult: [.isAdult]
        case .resident: [.isResidentOf]
        case .householdMember: [.householdPseudonyms]
        case .quota: key == .household || key == .person ? [.householdPseudonyms] : []
        case .enterpriseActive: [.enterpriseIsActive]
        case .registered: [.vehicleIsRegistered]
        case .heldBy, .atDisposal: [.vehicleIsHeldBy]
        case .category, .maximumMass: [.vehicleIsWithin]
        case .mayDrive: [.mayDrive]
        case .window, .plateFree, .municipalCap, .sharedCustodyChild, .addressShown,
            .secondHomeTax, .mandate, .establishmentInSector, .activity, .function, .staff,
            .careRecognised, .disabilityCard, .maximumLength, .maximumHeight, .plateKind,
            .lowEmission, .carShareGroup, .anyOf:
            []
        }
    }
}
