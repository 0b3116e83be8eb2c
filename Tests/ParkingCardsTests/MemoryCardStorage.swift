import Facts
import Gateway
import ParkingCards

/// The card register in memory; it keeps the same promises, but for durability.
actor MemoryCardStorage: CardStorage {
    private var cards: [(card: Card, rank: Int)] = []

    func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) -> Int {
        cards.count { entry in
            entry.card.municipality == municipality && entry.card.type == type
                && holders.contains(entry.card.holder) && entry.card.validity.until >= day
        }
    }

    func isFree(_ plate: Plate, in municipality: NISCode, on day: CalendarDate) -> Bool {
        !cards.contains { entry in
            entry.card.municipality == municipality && entry.card.plate == plate
                && entry.card.validity.until >= day
        }
    }

    func record(_ card: Card, within quota: CardQuota) -> CardRecording {
        if let known = cards.first(where: { $0.card.id == card.id }) {
            return .recorded(rank: known.rank)
        }
        let day = card.validity.from
        let live = liveCards(
            of: quota.holders.union([card.holder]), card.type, in: card.municipality, on: day)
        guard live < quota.maximum else { return .quotaExceeded(live: live) }
        guard isFree(card.plate, in: card.municipality, on: day) else { return .plateHasCard }
        cards.append((card, live + 1))
        return .recorded(rank: live + 1)
    }
}

/// A register that does not answer.
struct SilentCardStorage: CardStorage {
    func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) throws(CardStorageFailure) -> Bool { throw .unavailable }

    func record(
        _ card: Card, within quota: CardQuota
    ) throws(CardStorageFailure) -> CardRecording { throw .unavailable }
}
