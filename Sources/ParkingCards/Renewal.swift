public import Facts

/// The card that an application renews.
public struct Renewal: Hashable, Sendable {
    /// Its place among the cards that count together.
    public let rank: Int
    /// Since when it, or the card that it renewed, is held.
    public let heldSince: CalendarDate

    public init(rank: Int, heldSince: CalendarDate) {
        self.rank = rank
        self.heldSince = heldSince
    }
}
