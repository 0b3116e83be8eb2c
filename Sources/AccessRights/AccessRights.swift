public import Facts

/// What every organisation may ask: a set of authorisations, indexed by whom they concern.
///
/// The set never changes; another set of authorisations makes another value.
public struct AccessRights: Sendable {
    /// In the order of preference: those first that need no look-up and have no quota, then by id.
    public let authorisations: [Authorisation]
    private var index = AccessIndex()

    /// Rights without an authorisation: everything is refused.
    public init() { authorisations = [] }

    /// Indexes authorisations; their order does not matter, and saying one twice changes nothing.
    ///
    /// - Throws: ``ConflictingAuthorisations`` when two with one id say different things.
    public init(
        _ authorisations: some Sequence<Authorisation>
    ) throws(ConflictingAuthorisations) {
        var known: [AuthorisationID: Authorisation] = [:]
        var conflicts: Set<AuthorisationID> = []
        for authorisation in authorisations {
            let earlier = known.updateValue(authorisation, forKey: authorisation.id)
            if let earlier, earlier != authorisation { conflicts.insert(authorisation.id) }
        }
        guard conflicts.isEmpty else { throw ConflictingAuthorisations(ids: conflicts.sorted()) }
        self.authorisations = known.values.sorted { left, right in
            let leftIsGeneral = left.isUnconditional
            return leftIsGeneral == right.isUnconditional ? left.id < right.id : leftIsGeneral
        }
        for (rank, authorisation) in self.authorisations.enumerated() {
            index.append(AccessRule(authorisation, rank: rank), of: authorisation.terms)
        }
    }

    /// Decides whether a request is allowed on a day.
    ///
    /// Default deny: one authorisation must cover the whole request. Of several, one is preferred
    /// under which nothing has to be looked up or reserved, then the smallest id. A refusal names every reason of the authorisation that
    /// comes closest among those for the application and the purpose; where there is none, what is
    /// granted for other purposes is not looked at. Authorisations of other organisations, for
    /// other applications or purposes cost nothing. No right makes up for a role that is missing.
    public func decide(_ request: AccessRequest, on day: CalendarDate) -> AccessDecision {
        let decision = decideByRight(request, on: day)
        guard let role = request.missingRole else { return decision }
        switch decision {
        case .permitted, .conditional: return .refused(Refusal(reasons: [.roleMissing(role)]))
        case .refused(let refusal):
            return .refused(Refusal(reasons: [.roleMissing(role)] + refusal.reasons))
        }
    }

    private func decideByRight(
        _ request: AccessRequest, on day: CalendarDate
    ) -> AccessDecision {
        let question = AccessQuestion(request, on: day)
        guard !question.isEmpty else { return .refused(Refusal(reasons: [.nothingAsked])) }
        let (named, general) = index.rules(for: request)
        if let rule = firstAllowing(question, named, general) {
            if rule.isUnconditional { return .permitted(grant(rule, request)) }
            return .conditional(alternatives(to: question, named, general, request))
        }
        guard let closest = closest(to: question, named, general) else {
            return .refused(Refusal(reasons: index.reasonsForNone(request)))
        }
        return .refused(Refusal(reasons: reasons(of: closest, against: question)))
    }

    /// The most preferred rule that allows all that is asked. Both lists are in order.
    private func firstAllowing(
        _ question: AccessQuestion, _ named: [AccessRule], _ general: [AccessRule]
    ) -> AccessRule? {
        let first = named.first { $0.allows(question) }
        let second = general.first { $0.allows(question) }
        guard let first, let second else { return first ?? second }
        return first.rank < second.rank ? first : second
    }

    /// A grant for every population of which the authorisations allow what is asked, and for every
    /// quota.
    private func alternatives(
        to question: AccessQuestion, _ named: [AccessRule], _ general: [AccessRule],
        _ request: AccessRequest
    ) -> [ConditionalGrant] {
        var allowing = named.filter { $0.allows(question) }
        if !general.isEmpty {
            allowing += general.filter { $0.allows(question) }
            allowing.sort { $0.rank < $1.rank }
        }
        return allowing.map { rule in
            ConditionalGrant(grant(rule, request), if: rule.checks(for: question))
        }
    }

    /// The rule with the fewest reasons to refuse; of several one that holds on the day, then the
    /// most preferred.
    private func closest(
        to question: AccessQuestion, _ named: [AccessRule], _ general: [AccessRule]
    ) -> AccessRule? {
        [named, general].joined().min { left, right in
            let leftKey = (
                left.distance(to: question), left.holds(on: question.day) ? 0 : 1, left.rank
            )
            let rightKey = (
                right.distance(to: question), right.holds(on: question.day) ? 0 : 1, right.rank
            )
            return leftKey < rightKey
        }
    }

    private func reasons(
        of rule: AccessRule, against question: AccessQuestion
    ) -> [RefusalReason] {
        let authorisation = authorisations[rule.rank]
        var reasons: [RefusalReason] = []
        if question.day < rule.firstDay {
            reasons.append(.notYetValid(authorisation.id, from: authorisation.holdsFrom))
        } else if question.day > rule.lastDay, let until = authorisation.terms.validity.until {
            reasons.append(.noLongerValid(authorisation.id, until: until))
        }
        let missing = question.facts.subtracting(rule.facts)
        reasons += missing.attributeIDs.map(RefusalReason.attributeNotGranted)
        reasons += missing.verificationIDs.map(RefusalReason.verificationNotGranted)
        if let opening = question.opening, let reason = rule.refusal(of: opening) {
            reasons.append(reason)
        }
        if rule.needsDossier && !question.namesDossier { reasons.append(.dossierRequired) }
        if rule.needsOfficial && !question.identifiesOfficial { reasons.append(.officialRequired) }
        return reasons
    }

    private func grant(_ rule: AccessRule, _ request: AccessRequest) -> Grant {
        // Part by part: a copy of the whole authorisation would count dozens of references.
        Grant(
            authorisation: AuthorisationReference(
                id: authorisations[rule.rank].terms.id, hash: authorisations[rule.rank].hash),
            wish: request.wish, purpose: authorisations[rule.rank].terms.purpose,
            retention: authorisations[rule.rank].terms.retention, quota: rule.quota)
    }
}
