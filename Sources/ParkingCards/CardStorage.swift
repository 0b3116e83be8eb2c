public import Facts
public import Gateway

/// The register of parking cards.
///
/// A card is live on a day when it has not expired by then; one that begins later counts too.
public protocol CardStorage: Sendable {
    /// Returns how many live cards of the type these people have together in the municipality.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int

    /// Whether no live card of the municipality bears the plate.
    ///
    /// - Throws: ``CardStorageFailure/unavailable``.
    func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Bool

    /// Records a card unless the quota is full or the plate has a card on its first day.
    ///
    /// Counting and writing are one step: of any number of concurrent attempts, in any number of
    /// processes, never more succeed than the quota has room for. Durable when it returns.
    /// Recording a card that is already there changes nothing and gives its rank.
    ///
    /// - Throws: ``CardStorageFailure``.
    func record(
        _ card: Card, within quota: CardQuota
    ) async throws(CardStorageFailure) -> CardRecording
}
