import Facts

/// What an authorisation says, in the form that a decision reads.
struct AccessRule: Sendable {
    /// The place of the authorisation in the order of preference; the smaller one is preferred.
    let rank: Int
    let facts: FactMask
    /// Days since 1970, both included.
    let firstDay: Int
    let lastDay: Int
    let needsDossier: Bool
    let needsOfficial: Bool
    /// `nil` when there is none.
    let check: PopulationCheck?

    init(_ authorisation: Authorisation, rank: Int) {
        let terms = authorisation.terms
        self.rank = rank
        facts = FactMask(granted: authorisation)
        firstDay = authorisation.holdsFrom.daysSinceEpoch
        lastDay = terms.validity.until?.daysSinceEpoch ?? .max
        needsDossier = terms.conditions.dossierRequired
        needsOfficial = terms.conditions.officialRequired
        switch terms.population {
        case .everyone: check = nil
        case .residents(let municipalities): check = .residence(in: municipalities)
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
        return count
    }

    func holds(on day: Int) -> Bool { firstDay <= day && day <= lastDay }
}

extension Authorisation {
    /// The first day on which something is given: not before the authorisation was known.
    var holdsFrom: CalendarDate { max(terms.validity.from, terms.knownSince) }
}
