public import Facts
public import Gateway

/// What a register of cards counts besides the cards of people (``CardStorage``).
///
/// A card is live on a day when it has not expired by then; one that begins later counts too.
public protocol CardCensus: Sendable {
    /// Returns how many live cards of the type count for the address, dwelling unit, enterprise or
    /// establishment for which the pseudonym stands.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func liveCards(
        at slot: Pseudonym, by key: QuotaKey, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int

    /// Is told what the applicant stands under by the present number, once it is known.
    func note(holder: Pseudonym)

    /// Returns how many live cards of the type the municipality has given.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func liveCards(
        _ type: CardType, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int
}

extension CardCensus {
    /// Most registers need not know.
    public func note(holder: Pseudonym) {}
}
