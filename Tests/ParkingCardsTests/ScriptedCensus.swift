import Facts
import Gateway
import ParkingCards

/// Counts the cards of a scenario by what they say they count for.
struct ScriptedCensus: CardCensus {
    /// Each with the names of what it counts for: an address `addr`, a dwelling, …
    let cards: [[String: String]]
    /// How many others the municipality has given.
    let others: Int

    func liveCards(
        at slot: Pseudonym, by key: QuotaKey, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) -> Int {
        let name =
            switch key {
            case .address: "addr"
            case .dwellingUnit: "dwelling"
            case .enterprise: "enterprise"
            case .establishment: "unit"
            case .household, .person: "none"
            }
        return cards.count { card in card[name].map(World.slot) == slot }
    }

    func liveCards(_ type: CardType, in municipality: NISCode, on day: CalendarDate) -> Int {
        cards.count + others
    }
}
