/// Where the entries of one log are kept. One writer at a time uses it.
///
/// Conformers store bytes; they do not look into them.
public protocol ConsultLogStorage: Sendable {
    /// Begins a run of the writer and returns its number, which is larger than every number it
    /// returned before. Durable when it returns.
    func beginEpoch() async throws(StorageFailure) -> WriterEpoch

    /// Stores a batch in its order, and the effects of its entries. Durable when it returns; all of
    /// it or nothing. Many batches may be on their way at once, and may share what is slow, so that
    /// they also fail together; a cancelled task waits for the end all the same. Once an `asked` is stored it is unfinished; once an entry that closes it is
    /// stored it is not: each by the same write. Closing twice is no error.
    ///
    /// - Throws: ``StorageFailure/notWritten(_:)`` only when nothing was and will be stored;
    ///   ``StorageFailure/unknownOutcome`` when a look is needed;
    ///   ``StorageFailure/syncFailed`` when durability cannot be had.
    func append(_ batch: [EntryRecord]) async throws(StorageFailure)

    /// Whether this entry of this consult is durably stored. It sees every finished `append`.
    func contains(_ id: EntryID, of consult: ConsultID) async throws(StorageFailure) -> Bool

    /// Returns the intents of earlier runs that no outcome closed, oldest first, at most `limit`.
    /// Those that were retired are left out: nothing can refer to them any more.
    func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry]

    /// Returns entries in the order of their positions, from behind `position` (`nil`: from the
    /// beginning), at most `limit`.
    func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry]

    /// Returns the entries at these positions, in their order; where there is none it returns none.
    func entries(at positions: [LogPosition]) async throws(StorageFailure) -> [StoredEntry]

    /// Returns those of the named entries that are there, in the order of the names.
    func entries(named names: [EntryName]) async throws(StorageFailure) -> [StoredEntry]

    /// Returns every entry of a consult, in the order of their positions.
    func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry]

    /// Ends all use; what comes later is refused with ``NotWritten/closed``.
    func close() async
}
