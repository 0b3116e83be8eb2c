public import Facts

extension CardLife {
    /// An application reports what was paid.
    mutating func pay(
        _ payment: Payment, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .reserved = state, let granted = entitlement else { throw wrongState() }
        guard payment.amount == granted.total else { throw .wrongAmount(due: granted.total) }
        self.payment = payment
        state = .paid
        return CardStepResult(
            CardEvent(
                .paid, at: moment, by: actor, ["cents": String(payment.amount.cents)]),
            .hold(until: granted.validity.until.adding(days: grace), on: moment.day))
    }

    /// The card becomes valid: it was paid, or costs nothing.
    mutating func activate(by actor: CardActor, at moment: Moment) throws(StepRefusal)
        -> CardStepResult
    {
        guard let granted = entitlement else { throw wrongState() }
        switch state {
        case .paid: break
        case .reserved:
            guard granted.total.cents == 0 else { throw .notPaid(due: granted.total) }
        case .received, .undetermined, .waiting, .refusalProposed, .grantProposed, .active,
            .revocationAnnounced, .refused, .lapsed, .withdrawn, .revoked, .expired:
            throw wrongState()
        }
        state = .active
        return CardStepResult(
            CardEvent(.activated, at: moment, by: actor),
            .hold(until: granted.validity.until.adding(days: grace), on: moment.day))
    }

    /// Whether the vehicle can be exchanged; the assessment that it needs comes first.
    func canChangePlate(to plates: [Plate]) throws(StepRefusal) {
        guard case .active = state else { throw wrongState() }
        guard Set(plates) != Set(application.plates) else { throw .samePlate }
    }

    /// The card is for other vehicles from now on; its days and its amount stay.
    mutating func changePlate(
        _ changed: CardApplication, on assessment: CardAssessment,
        sharing shared: Set<Plate> = [], by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        try canChangePlate(to: changed.plates)
        plateChanges.append(PlateChange(earlier: application.plates, assessment: assessment))
        application = changed
        return CardStepResult(
            CardEvent(.plateChanged, at: moment, by: actor),
            .exchange(plates: changed.plates, shared: shared, on: moment.day))
    }

    /// Whether a renewal can be asked for on that day.
    func canRenew(under rules: LifeRules, at moment: Moment) throws(StepRefusal) {
        switch state {
        case .active, .expired: break
        case .received, .undetermined, .waiting, .refusalProposed, .grantProposed, .reserved,
            .paid, .revocationAnnounced, .refused, .lapsed, .withdrawn, .revoked:
            throw wrongState()
        }
        guard let end = entitlement?.validity.until, let window = rules.renewalWindow(of: end)
        else { throw wrongState() }
        guard window.contains(moment.day) else { throw .outsideRenewalWindow(window) }
    }

    /// The holder, or who acts for them, gives the card or the application up.
    mutating func withdraw(by actor: CardActor, at moment: Moment) throws(StepRefusal)
        -> CardStepResult
    {
        guard !state.isClosed else { throw wrongState() }
        close(.withdrawn, on: moment.day)
        return CardStepResult(CardEvent(.withdrawn, at: moment, by: actor), .release)
    }

    /// The year of the card, from 0, on a day.
    func yearOfCard(on day: CalendarDate) -> Int {
        guard let from = entitlement?.validity.from, from <= day else { return 0 }
        var year = 0
        while from.adding(months: 12 * (year + 1)) <= day { year += 1 }
        return year
    }

    /// How many visits are left in the year of that day; `nil` when the card gives none.
    public func visitsLeft(on day: CalendarDate) -> Int? {
        guard let allowance = entitlement?.allowance else { return nil }
        return max(0, allowance.visits - visits[yearOfCard(on: day), default: 0])
    }

    /// Lets visitors park, out of the allowance of the year.
    mutating func use(
        visits count: Int, by actor: CardActor, at moment: Moment
    ) throws(StepRefusal) -> CardStepResult {
        guard case .active = state, let period = entitlement?.validity,
            period.contains(moment.day)
        else { throw wrongState() }
        guard let left = visitsLeft(on: moment.day) else { throw .noAllowance }
        guard count <= left else { throw .allowanceExhausted(left: left) }
        visits[yearOfCard(on: moment.day), default: 0] += count
        return CardStepResult(
            CardEvent(.visitsUsed, at: moment, by: actor, ["visits": String(count)]))
    }
}
