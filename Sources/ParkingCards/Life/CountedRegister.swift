public import Facts
public import Gateway
import Synchronization

/// The register as one assessment sees it, which notes whose cards were counted: a grant takes its
/// place among the very cards that its decision counted. What was noted is not kept.
public final class CountedRegister: CardStorage, CardCensus {
    private let register: any CardStorage & CardCensus
    private let noted = Mutex<[PlaceKey]>([])
    private let present = Mutex<Pseudonym?>(nil)

    public init(_ register: any CardStorage & CardCensus) { self.register = register }

    /// The applicant by the present number, when the question came upon it.
    var holder: Pseudonym? { present.withLock { $0 } }

    public func note(holder: Pseudonym) { present.withLock { $0 = holder } }

    /// Whose cards were counted by this key. Of several groups of people, one person under every
    /// number is the smallest and the household the largest.
    func key(for quota: QuotaKey) -> PlaceKey? {
        let keys = noted.withLock { $0 }
        let groups = keys.compactMap { key -> Set<Pseudonym>? in
            if case .people(let people) = key { people } else { nil }
        }
        switch quota {
        case .household: return groups.max { $0.count < $1.count }.map { .people($0) }
        case .person: return groups.min { $0.count < $1.count }.map { .people($0) }
        case .address, .dwellingUnit, .enterprise, .establishment:
            return keys.last { key in
                if case .slot(let counted, _) = key { counted == quota } else { false }
            }
        }
    }

    public func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        noted.withLock { $0.append(.people(holders)) }
        return try await register.liveCards(of: holders, type, in: municipality, on: day)
    }

    public func liveCards(
        at slot: Pseudonym, by key: QuotaKey, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        noted.withLock { $0.append(.slot(key, slot)) }
        return try await register.liveCards(at: slot, by: key, type, in: municipality, on: day)
    }

    public func liveCards(
        _ type: CardType, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await register.liveCards(type, in: municipality, on: day)
    }

    public func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Bool {
        try await register.isFree(plate, in: municipality, on: day)
    }

    public func record(
        _ card: Card, within quota: CardQuota
    ) async throws(CardStorageFailure) -> CardRecording {
        try await register.record(card, within: quota)
    }
}
