public import Facts

/// Where the lives of cards are kept, with the places that they take.
///
/// One writer, one step after the other, for all processes: what is read within a step stays so
/// until the step is durable. What lapsed on the day of a step counts no more in it, so nothing
/// needs to run for a place to become free.
public protocol CardLifeStorage: CardStorage, CardCensus {
    /// Keeps an application that came in, gives it the next place in the order of receipt of its
    /// municipality, and lets it claim a place for its holder. Durable when it returns.
    ///
    /// - Throws: ``CardStorageFailure``.
    func receive(
        _ life: CardLife, _ event: CardEvent, order: IdempotencyKey?
    ) async throws(CardStorageFailure) -> CardReceipt

    /// What is known of an order; `nil` when it is new.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func known(_ order: IdempotencyKey) async throws(CardStorageFailure) -> KnownOrder?

    /// The life of a card; `nil` when there is none.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func life(_ id: CardID) async throws(CardStorageFailure) -> CardLife?

    /// The history of a card, the earliest line first.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func history(of id: CardID) async throws(CardStorageFailure) -> [CardEvent]

    /// The renewal of a card that is open or was granted, otherwise the last one; `nil` when none
    /// was ever asked for.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func renewal(of id: CardID) async throws(CardStorageFailure) -> CardID?

    /// Makes a step durable, with what it does to the place of the card, in one transaction.
    ///
    /// - Throws: ``CardStorageFailure``; after
    ///   ``CardStorageFailure/outcomeUnknown`` the life says whether the step was taken.
    func commit(_ change: CardChange) async throws(CardStorageFailure) -> CardCommitment

    /// The active cards of a municipality that end before a day, a page of them in the order of
    /// their names.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func expiring(
        before day: CalendarDate, in municipality: NISCode, after last: CardID?, limit: Int
    ) async throws(CardStorageFailure) -> [CardID]

    /// The cards of a municipality in a state, a page of them in the order of their names.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func cards(
        in municipality: NISCode, _ state: CardState.Name, after last: CardID?, limit: Int
    ) async throws(CardStorageFailure) -> [CardID]

    /// How many active cards of a municipality end before a day.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func countOfExpiring(
        before day: CalendarDate, in municipality: NISCode
    ) async throws(CardStorageFailure) -> Int

    /// Destroys the dossiers of a municipality that were closed before a day, with their history.
    ///
    /// - Returns: how many there were.
    /// - Throws: ``CardStorageFailure``.
    func purge(
        closedBefore day: CalendarDate, in municipality: NISCode
    ) async throws(CardStorageFailure) -> Int

    /// The cards of a municipality in which time has something to do by that day.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func overdue(
        on day: CalendarDate, in municipality: NISCode, limit: Int
    ) async throws(CardStorageFailure) -> [CardID]

    /// Forgets the orders that were carried out before an instant.
    ///
    /// - Throws: ``CardStorageFailure``.
    func forgetOrders(before time: Timestamp) async throws(CardStorageFailure)
}
