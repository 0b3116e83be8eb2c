public import Facts

/// The life of one authorisation: what its changes, in the order in which they became known, make
/// of it.
///
/// What is known later prevails, from the day on from which it is valid.
public struct AuthorisationLife: Hashable, Sendable, Identifiable {
    public let id: AuthorisationID
    /// In the order in which they became known; never empty in a history.
    public private(set) var changes: [RightsChange] = []
    /// Terms that are not approved yet.
    public private(set) var pending: PendingTerms?
    /// What was approved, and what was suspended and resumed, each valid from a day on.
    private var versions = Timeline<Authorisation>()
    private var suspensions = Timeline<Bool>()
    /// From which day on it is revoked; what is known of it later can only make it earlier.
    public private(set) var revokedFrom: CalendarDate?

    init(_ id: AuthorisationID) { self.id = id }

    /// Where it stands on a day.
    public func state(on day: CalendarDate) -> RightsState {
        if let revokedFrom, revokedFrom <= day { return .revoked }
        guard let version = versions.value(on: day) else {
            if !versions.isEmpty { return .approved }
            return pending?.submitter == nil ? .draft : .submitted
        }
        if let until = version.terms.validity.until, until < day { return .expired }
        if suspensions.value(on: day) == true { return .suspended }
        return day < version.holdsFrom ? .approved : .active
    }

    /// The terms by which requests are decided on a day; whether they hold on the day they say
    /// themselves.
    public func inForce(on day: CalendarDate) -> Authorisation? {
        if let revokedFrom, revokedFrom <= day { return nil }
        if suspensions.value(on: day) == true { return nil }
        return versions.value(on: day)
    }

    /// The terms that were approved for a day, whether or not they are suspended or revoked.
    public func approved(on day: CalendarDate) -> Authorisation? { versions.value(on: day) }

    /// The terms that people look at: those for the day, those for a later one, or the draft.
    public func terms(on day: CalendarDate) -> Authorisation? {
        versions.value(on: day) ?? versions.last ?? pending?.terms
    }

    /// Every version of the terms, oldest first.
    public var drafts: [Authorisation] { changes.compactMap(\.terms) }

    /// The days on which what is in force can change by what was decided before.
    var turns: Set<CalendarDate> {
        versions.days.union(suspensions.days).union(revokedFrom.map { [$0] } ?? [])
    }

    /// Why a change cannot follow; `nil` when it can.
    public func refusal(of change: RightsChange) -> StepRefusal? {
        guard change.step.bringsTerms == (change.terms != nil) else { return .termsMisplaced }
        if change.step == .adopt {
            guard changes.isEmpty else { return .alreadyKnown }
            return change.actor == .configuration ? nil : .notByConfiguration
        }
        if let last = changes.last {
            if change.known < last.known { return .outOfOrder }
        } else if change.step != .draft {
            return .unknown
        }
        switch change.step {
        case .draft: return refusalOfDraft(change)
        case .submit, .approve: return refusalOfPending(change)
        case .suspend, .resume, .revoke: return refusalOfEnding(change)
        case .adopt: return nil
        }
    }

    /// Takes a change that nothing speaks against.
    mutating func append(_ change: RightsChange) {
        changes.append(change)
        switch change.step {
        case .draft:
            guard let terms = change.terms else { return }
            var hands = pending?.hands ?? []
            hands.insert(change.actor)
            pending = PendingTerms(
                terms: terms, drafter: change.actor, hands: hands, submitter: nil)
        case .submit:
            pending?.hands.insert(change.actor)
            pending?.submitter = change.actor
        case .approve:
            if let terms = pending?.terms { versions.set(terms, from: change.validFrom) }
            pending = nil
        case .adopt:
            if let terms = change.terms { versions.set(terms, from: change.validFrom) }
        case .suspend: suspensions.set(true, from: change.validFrom)
        case .resume: suspensions.set(false, from: change.validFrom)
        case .revoke:
            revokedFrom = min(revokedFrom ?? change.validFrom, change.validFrom)
            pending = nil
        }
    }

    private func refusalOfDraft(_ change: RightsChange) -> StepRefusal? {
        if revokedFrom != nil { return .revoked }
        let present = pending?.terms ?? versions.last
        return present?.hash == change.version ? .unchanged : nil
    }

    private func refusalOfPending(_ change: RightsChange) -> StepRefusal? {
        if revokedFrom != nil { return .revoked }
        guard let pending else { return .notFrom(state(on: change.validFrom)) }
        guard pending.terms.hash == change.version else { return .otherVersion }
        if change.step == .submit { return pending.submitter == nil ? nil : .notFrom(.submitted) }
        guard pending.submitter != nil else { return .notFrom(.draft) }
        guard pending.isSecondPair(change.actor) else { return .fourEyes }
        if let until = pending.terms.terms.validity.until, until < change.validFrom {
            return .expired
        }
        return nil
    }

    private func refusalOfEnding(_ change: RightsChange) -> StepRefusal? {
        let day = change.validFrom
        if let revokedFrom, revokedFrom <= day { return .revoked }
        guard let subject = terms(on: day) else { return .unknown }
        guard subject.hash == change.version else { return .otherVersion }
        if change.step == .revoke { return nil }
        if versions.isEmpty { return .notFrom(state(on: day)) }
        if let until = subject.terms.validity.until, until < day { return .expired }
        let isSuspended = suspensions.value(on: day) == true
        guard isSuspended == (change.step == .resume) else { return .notFrom(state(on: day)) }
        return nil
    }
}
