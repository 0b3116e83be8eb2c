import Facts
import Gateway
import ParkingCards

/// A register of cards that does not answer, and an examiner that admits nobody.
struct SilentCards: CardLifeStorage, ApplicationExaminer {
    static var office: CardOffice {
        let cards = SilentCards()
        return CardOffice(
            storage: cards, examiner: cards, regulations: [:],
            key: CardKey(secret: [UInt8](repeating: 7, count: 32)),
            holder: { _, _ in
                guard let pseudonym = Pseudonym(bytes: [UInt8](repeating: 7, count: 32)) else {
                    preconditionFailure("a pseudonym has 32 bytes")
                }
                return pseudonym
            }, time: StandingTime())
    }

    func admit(
        _ application: CardApplication, in context: ConsultContext
    ) throws(AssessmentFailure) { throw .unknownMunicipality }

    func examine(
        _ application: CardApplication, counting register: CountedRegister,
        in context: ConsultContext
    ) throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs) {
        throw .unknownMunicipality
    }

    func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func liveCards(
        at slot: Pseudonym, by key: QuotaKey, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func liveCards(
        _ type: CardType, in municipality: NISCode, on day: CalendarDate
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) throws(CardStorageFailure) -> Bool { throw .unavailable }

    func record(
        _ card: Card, within quota: CardQuota
    ) throws(CardStorageFailure) -> CardRecording { throw .unavailable }

    func receive(
        _ life: CardLife, _ event: CardEvent, order: IdempotencyKey?
    ) throws(CardStorageFailure) -> CardReceipt { throw .unavailable }

    func known(_ order: IdempotencyKey) throws(CardStorageFailure) -> KnownOrder? {
        throw .unavailable
    }

    func life(_ id: CardID) throws(CardStorageFailure) -> CardLife? { throw .unavailable }

    func isAlive(_ person: SSIN, in context: ConsultContext) -> Bool? { nil }

    func history(of id: CardID) throws(CardStorageFailure) -> [CardEvent] { throw .unavailable }

    func renewal(of id: CardID) throws(CardStorageFailure) -> CardID? { throw .unavailable }

    func commit(_ change: CardChange) throws(CardStorageFailure) -> CardCommitment {
        throw .unavailable
    }

    func expiring(
        before day: CalendarDate, in municipality: NISCode, after last: CardID?, limit: Int
    ) throws(CardStorageFailure) -> [CardID] { throw .unavailable }

    func cards(
        in municipality: NISCode, _ state: CardState.Name, after last: CardID?, limit: Int
    ) throws(CardStorageFailure) -> [CardID] { throw .unavailable }

    func countOfExpiring(
        before day: CalendarDate, in municipality: NISCode
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func purge(
        closedBefore day: CalendarDate, in municipality: NISCode
    ) throws(CardStorageFailure) -> Int { throw .unavailable }

    func overdue(
        on day: CalendarDate, in municipality: NISCode, limit: Int
    ) throws(CardStorageFailure) -> [CardID] { throw .unavailable }

    func forgetOrders(before time: Timestamp) throws(CardStorageFailure) { throw .unavailable }
}
