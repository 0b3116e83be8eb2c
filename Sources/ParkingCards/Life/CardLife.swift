public import Facts
public import Gateway

/// One card from the receipt of its application to its end.
///
/// A renewal is a life of its own, in the chain of the card that it renews. Values only: each step
/// is a function of the life and a moment (``CardLife`` verbs), and gives a line of history.
public struct CardLife: Hashable, Sendable, Identifiable, Redacted {
    public let id: CardID
    /// The first card of which this one is a renewal, itself otherwise.
    public let chain: CardID
    public let renews: CardID?
    /// Since when the chain is held; `nil` before that.
    public let heldSince: CalendarDate?
    /// The day after the end of the card that it renews.
    public let startsOn: CalendarDate?
    /// By the present number, once it is known: others of the household count by that one.
    public internal(set) var holder: Pseudonym
    /// In which circumstances it was asked for; it is taken up again in the same.
    var circumstances: Circumstances?
    /// Its vehicles are those of the card as it stands.
    public internal(set) var application: CardApplication
    public let receivedAt: Timestamp
    public let receivedOn: CalendarDate
    /// Its place in the order of receipt of the municipality, from 1 and without gaps.
    public let order: Int
    public internal(set) var state: CardState
    public internal(set) var assessment: CardAssessment?
    /// What was granted, and for which days.
    public internal(set) var entitlement: Entitlement?
    public internal(set) var payment: Payment?
    /// Its changes of vehicles, the earliest first.
    public internal(set) var plateChanges: [PlateChange] = []
    public internal(set) var notices: [CardNotice] = []
    /// The announcement that stands; `nil` when none does.
    public internal(set) var announcement: RevocationAnnouncement?
    /// How many visits were used, by year of the card from 0.
    public internal(set) var visits: [Int: Int] = [:]
    /// How many days after its end it still counts.
    public internal(set) var grace: Int
    public internal(set) var closedOn: CalendarDate?
    /// How often it changed.
    public internal(set) var revision: Int

    public var municipality: NISCode { application.municipality }
    public var type: CardType { application.cardType }

    init(
        id: CardID, chain: CardID, renews: CardID?, heldSince: CalendarDate?,
        startsOn: CalendarDate?, holder: Pseudonym, application: CardApplication, received: Moment,
        order: Int, state: CardState, grace: Int,
        revision: Int
    ) {
        self.id = id
        self.chain = chain
        self.renews = renews
        self.heldSince = heldSince
        self.startsOn = startsOn
        self.holder = holder
        self.application = application
        receivedAt = received.time
        receivedOn = received.day
        self.order = order
        self.state = state
        self.grace = grace
        self.revision = revision
    }

    /// The vehicles as of the decision on the application.
    public var decidedPlates: [Plate] { plateChanges.first?.earlier ?? application.plates }

    /// The assessment as far as it may be told: what waits for the places of others was not granted,
    /// though nothing else was against it.
    public var decided: CardAssessment? {
        guard let assessment, assessment.finding != .granted || entitlement != nil else {
            return nil
        }
        return assessment
    }

    /// What is to be paid for the whole of the card; nothing before it is granted.
    public var due: Euros? { entitlement?.total }

    /// The last day before time does something by itself.
    public var dueOn: CalendarDate? {
        switch state {
        case .received(let until), .reserved(let until): until
        case .undetermined(let until): until
        case .paid, .active, .revocationAnnounced: lastDay
        case .waiting, .refusalProposed, .grantProposed, .refused, .lapsed, .withdrawn, .revoked,
            .expired:
            nil
        }
    }

    /// The last day on which it counts.
    public var lastDay: CalendarDate? {
        entitlement?.validity.until.adding(days: grace)
    }
}

extension Entitlement {
    /// The amount for the whole of the validity: every year or month that begins is paid.
    public var total: Euros {
        var months = 1
        while months < 1200,
            validity.from.adding(months: months).adding(days: -1) < validity.until
        {
            months += 1
        }
        let parts =
            switch billing {
            case .monthly: months
            case .yearly: (months + 11) / 12
            }
        return Euros(cents: amount.cents * parts)
    }

    /// The same card for days that begin later and last as long: a renewal begins after the card
    /// that it renews.
    func beginning(on day: CalendarDate) -> Entitlement {
        var end = day.adding(
            days: validity.until.daysSinceEpoch - validity.from.daysSinceEpoch)
        for months in 1...1200 {
            let last = validity.from.adding(months: months).adding(days: -1)
            if last == validity.until { end = day.adding(months: months).adding(days: -1) }
            if last >= validity.until { break }
        }
        guard let period = ValidityPeriod(from: day, until: end) else { return self }
        return Entitlement(
            rank: rank, amount: amount, billing: billing, validity: period, variant: variant,
            sector: sector, allowance: allowance)
    }
}
