import Facts

extension CardLife {
    /// Takes an assessment: grants, proposes a refusal, or leaves open.
    ///
    /// - Parameters:
    ///   - request: the place that a grant needs.
    ///   - slot: in which slot the application counts, where that is known.
    mutating func take(
        _ assessment: CardAssessment, needing request: PlaceRequest?, in slot: PlaceKey?,
        under rules: LifeRules, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard state.isOpenToAssessment else { throw wrongState() }
        self.assessment = assessment
        let event = CardEvent(
            .assessed, at: moment, by: actor,
            ["finding": assessment.finding.rawValue, "reasons": assessment.reasons.text])
        switch assessment.finding {
        case .granted:
            guard var request, let granted = assessment.entitlement else { throw .placeHeld }
            let until = moment.day.adding(days: rules.reservation.days)
            request.heldUntil = assessment.isGrantProposed ? nil : until
            grant(granted, proposed: assessment.isGrantProposed, until: until)
            return CardStepResult(event, .reserve(request))
        case .refusalProposed:
            state = .refusalProposed(first: nil)
            return CardStepResult(event, .claim(until: nil, slot: slot))
        case .undetermined:
            let until =
                assessment.nextStep == .provideProof
                ? moment.day.adding(days: rules.reservation.days) : nil
            state = .undetermined(until: until)
            return CardStepResult(event, .claim(until: until, slot: slot))
        }
    }

    /// Nothing is against the card but earlier applications that hold the places.
    mutating func wait(
        _ assessment: CardAssessment, in slot: PlaceKey?, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard state.isOpenToAssessment else { throw wrongState() }
        self.assessment = assessment
        state = .waiting
        return CardStepResult(
            CardEvent(.assessed, at: moment, by: actor, ["finding": "waiting"]),
            .claim(until: nil, slot: slot))
    }

    /// An official confirms the refusal (GDPR art. 22).
    mutating func confirmRefusal(
        by official: OfficialCode, because reason: CardReason?, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .refusalProposed = state else { throw wrongState() }
        close(.refused, on: moment.day)
        return CardStepResult(
            CardEvent(
                .refusalConfirmed, at: moment, by: .official(official), because: reason,
                ["on": moment.day.text]),
            .release)
    }

    /// A first official finds that the refusal should not stand; nothing follows before a second.
    mutating func beginOverride(
        by official: OfficialCode, because reason: CardReason, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .refusalProposed(nil) = state else { throw wrongState() }
        state = .refusalProposed(first: official)
        return CardStepResult(
            CardEvent(.overrideBegun, at: moment, by: .official(official), because: reason))
    }

    /// A second official agrees: the card is granted, within the quota all the same.
    mutating func override(
        _ granted: Entitlement, needing request: PlaceRequest, under rules: LifeRules,
        by official: OfficialCode, because reason: CardReason, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .refusalProposed(let first?) = state else { throw wrongState() }
        guard first != official else { throw .secondOfficialNeeded }
        let until = moment.day.adding(days: rules.reservation.days)
        var request = request
        request.heldUntil = until
        grant(granted, proposed: false, until: until)
        return CardStepResult(
            CardEvent(.overridden, at: moment, by: .official(official), because: reason),
            .reserve(request))
    }

    /// An official confirms a grant, where the regulation says so; the time to pay begins.
    mutating func confirmGrant(
        under rules: LifeRules, by official: OfficialCode, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .grantProposed = state else { throw wrongState() }
        let until = moment.day.adding(days: rules.reservation.days)
        state = .reserved(until: until)
        return CardStepResult(
            CardEvent(
                .grantConfirmed, at: moment, by: .official(official), ["on": moment.day.text]),
            .hold(until: until, on: moment.day))
    }

    private mutating func grant(_ granted: Entitlement, proposed: Bool, until: CalendarDate) {
        entitlement =
            startsOn.map { granted.beginning(on: max($0, granted.validity.from)) } ?? granted
        state = proposed ? .grantProposed : .reserved(until: until)
    }
}

extension [String] {
    var text: String { joined(separator: " ") }
}
