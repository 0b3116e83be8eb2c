public import Facts

/// What a regulation says of the life of a card.
public struct LifeRules: Hashable, Sendable {
    /// How long an unpaid grant, and an application that waits for its applicant, holds a place.
    public let reservation: DayCount
    public let renewal: RenewalRules
    /// How long the holder is warned before a register event ends the card.
    public let warning: DayCount

    /// The first and the last day on which a card that ends on `end` can be renewed.
    public func renewalWindow(of end: CalendarDate) -> ValidityPeriod? {
        ValidityPeriod(
            from: end.adding(days: -renewal.window.days),
            until: end.adding(days: renewal.grace.days))
    }
}

extension Regulation {
    /// What it says of the life of a card of a type; `nil` when it knows no such card.
    public func lifeRules(for type: CardType) -> LifeRules? {
        cardTypes[type].map {
            LifeRules(
                reservation: policy.reservation, renewal: $0.renewal,
                warning: policy.revocationWarning)
        }
    }
}
