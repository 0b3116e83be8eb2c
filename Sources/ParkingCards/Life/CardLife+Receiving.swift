public import Facts
import Gateway

extension CardLife {
    /// A life that begins: an application was received. Its order is given when it is stored.
    ///
    /// - Parameter renewing: the card that it renews.
    static func received(
        _ application: CardApplication, of holder: Pseudonym, as id: CardID, at moment: Moment,
        under rules: LifeRules, renewing earlier: CardLife? = nil
    ) -> CardLife {
        CardLife(
            id: id, chain: earlier?.chain ?? id, renews: earlier?.id,
            heldSince: earlier.map { $0.heldSince ?? $0.entitlement?.validity.from ?? moment.day },
            startsOn: earlier?.entitlement?.validity.until.adding(days: 1), holder: holder,
            application: application, received: moment, order: 0,
            state: .received(until: moment.day.adding(days: rules.reservation.days)),
            grace: rules.renewal.grace.days, revision: 0)
    }

    /// The same life with its place in the order of receipt.
    public func ordered(_ order: Int) -> CardLife {
        var life = CardLife(
            id: id, chain: chain, renews: renews, heldSince: heldSince, startsOn: startsOn,
            holder: holder, application: application,
            received: Moment(receivedAt, on: receivedOn), order: order, state: state, grace: grace,
            revision: 1)
        life.assessment = assessment
        life.circumstances = circumstances
        return life
    }

    /// The last day on which an application holds a place while it is not decided; `nil` for as
    /// long as it takes.
    public var claimedUntil: CalendarDate? {
        switch state {
        case .received(let until): until
        case .undetermined(let until): until
        case .waiting, .refusalProposed, .grantProposed, .reserved, .paid, .active,
            .revocationAnnounced, .refused, .lapsed, .withdrawn, .revoked, .expired:
            nil
        }
    }

    /// Lets time pass: what was to happen by itself until then has happened.
    ///
    /// - Returns: the line of history, when something did.
    mutating func pass(to moment: Moment) -> CardEvent? {
        guard let last = dueOn, last < moment.day else { return nil }
        switch state {
        case .received, .reserved, .undetermined:
            close(.lapsed, on: last.adding(days: 1))
            return CardEvent(.lapsed, at: moment, by: .gateway)
        // A card that was paid and never activated ends as any other.
        case .paid, .active, .revocationAnnounced:
            close(.expired, on: last.adding(days: 1))
            return CardEvent(.expired, at: moment, by: .gateway)
        case .waiting, .refusalProposed, .grantProposed, .refused, .lapsed, .withdrawn, .revoked,
            .expired:
            return nil
        }
    }

    mutating func close(_ state: CardState, on day: CalendarDate) {
        self.state = state
        closedOn = day
    }

    func wrongState() -> StepRefusal { .wrongState(state.name) }
}
