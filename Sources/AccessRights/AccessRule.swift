import Facts

/// What an authorisation says, in the form that a decision reads.
struct AccessRule: Sendable {
    /// The place of the authorisation in the order of preference; the smaller one is preferred.
    let rank: Int
    let facts: FactMask
    let references: ReferenceGrant?
    /// Days since 1970, both included.
    let firstDay: Int
    let lastDay: Int
    let needsDossier: Bool
    let needsOfficial: Bool
    /// What must prove true of every subject; empty when nothing must.
    let checks: [PopulationCheck]
    let quota: Quota?

    init(_ authorisation: Authorisation, rank: Int) {
        let terms = authorisation.terms
        self.rank = rank
        facts = FactMask(granted: authorisation)
        references = terms.references
        firstDay = authorisation.holdsFrom.daysSinceEpoch
        lastDay = terms.validity.until?.daysSinceEpoch ?? .max
        needsDossier = terms.conditions.dossierRequired || terms.conditions.openDossier != nil
        needsOfficial = terms.conditions.officialRequired
        checks = authorisation.checks
        quota = terms.conditions.quota
    }

    /// Whether nothing has to be looked up or reserved.
    var isUnconditional: Bool { checks.isEmpty && quota == nil }

    /// What must prove true before this is given. A dossier that is only about to be opened
    /// cannot be open yet.
    func checks(for question: AccessQuestion) -> [PopulationCheck] {
        guard question.opening != nil else { return checks }
        return checks.filter { check in
            switch check {
            case .residence, .ownCitizen: true
            case .householdOfApplicant, .openDossier, .namedDossier: false
            }
        }
    }

    /// Whether the rule covers all that is asked.
    func allows(_ question: AccessQuestion) -> Bool { distance(to: question) == 0 }

    /// How many reasons there are to refuse.
    func distance(to question: AccessQuestion) -> Int {
        var count = question.facts.subtracting(facts).count
        if !holds(on: question.day) { count += 1 }
        if needsDossier && !question.namesDossier { count += 1 }
        if needsOfficial && !question.identifiesOfficial { count += 1 }
        if let opening = question.opening, refusal(of: opening) != nil { count += 1 }
        return count
    }

    /// Why a dossier may not be opened.
    func refusal(of opening: (kind: ReferenceKind, days: Int)) -> RefusalReason? {
        guard let references, references.kinds.contains(opening.kind) else {
            return .referenceNotGranted(opening.kind)
        }
        return opening.days <= references.maximumDays
            ? nil : .referenceTooLong(opening.kind)
    }

    func holds(on day: Int) -> Bool { firstDay <= day && day <= lastDay }
}

extension Authorisation {
    /// The first day on which something is given: not before the authorisation was known.
    var holdsFrom: CalendarDate { max(terms.validity.from, terms.knownSince) }

    /// What must prove true of a subject before something is given, the named dossier first.
    fileprivate var checks: [PopulationCheck] {
        var checks: [PopulationCheck] = []
        if let kinds = terms.conditions.openDossier { checks.append(.namedDossier(of: kinds)) }
        switch terms.population {
        case .everyone: break
        case .residents(let municipalities): checks.append(.residence(in: municipalities))
        case .ownCitizens(let municipality): checks.append(.ownCitizen(of: municipality))
        case .householdOfApplicant:
            let kinds = terms.conditions.openDossier ?? terms.references?.kinds ?? []
            checks.append(.householdOfApplicant(by: kinds))
        case .holders(let kinds): checks.append(.openDossier(of: kinds))
        }
        return checks
    }

    /// Whether it gives without a look-up or a reservation.
    var isUnconditional: Bool { checks.isEmpty && terms.conditions.quota == nil }
}
