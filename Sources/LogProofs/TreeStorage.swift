public import ConsultLog
public import TransparencyLogs

/// Where the tree over the entries of one log is kept, beside the entries themselves.
///
/// Entries become durable in any order; they get their indices here. Conformers store; they neither
/// hash nor verify.
public protocol TreeStorage: Sendable {
    /// The head, ``TreeHead/empty`` at first. It sees every finished ``advance(_:)``, also one whose
    /// outcome is in doubt.
    func head() async throws(StorageFailure) -> TreeHead

    /// Makes the caller the one sequencer: the epoch grows by one, so that whoever was it before can
    /// no longer advance. Durable when it returns the new head.
    func beginSequencing() async throws(StorageFailure) -> TreeHead

    /// Returns durable entries that have no index yet, in the order of their future indices, at most
    /// `limit`. An entry that was appended is among them before long, and none is ever retired.
    func unsequenced(limit: Int) async throws(StorageFailure) -> [UnsequencedEntry]

    /// How many durable entries have no index yet.
    func waiting() async throws(StorageFailure) -> UInt64

    /// Gives entries their indices, stores the tiles and moves the head, in one transaction, if the
    /// head is exactly the old one; all of it or nothing. A tile takes the place of the narrower one
    /// before it.
    ///
    /// Everybody sees it when it returns ``AdvanceOutcome/advanced``, and it is durable at the
    /// latest when a later ``persist(_:as:)`` returns: until then nobody was given anything that
    /// rests on it, and it can be done again.
    ///
    /// - Throws: ``StorageFailure/notWritten(_:)`` only when nothing was and will be stored;
    ///   ``StorageFailure/unknownOutcome`` when a look at the head is needed;
    ///   ``StorageFailure/syncFailed`` when durability cannot be had.
    func advance(_ step: TreeAdvance) async throws(StorageFailure) -> AdvanceOutcome

    /// Returns the bytes of tiles, `nil` for one that is not there or narrower than asked for. A
    /// wider one starts with the same hashes, and only the asked width of it is given.
    func tiles(_ coordinates: [TileCoordinate]) async throws(StorageFailure) -> [[UInt8]?]

    /// Returns entries by their indices, from `index` on, at most `limit`, those that have one.
    func entries(
        from index: UInt64, limit: Int
    ) async throws(StorageFailure) -> [SequencedEntry]

    /// The index of an entry; `nil` when there is no such entry or it has none yet.
    func index(
        of id: EntryID, in consult: ConsultID
    ) async throws(StorageFailure) -> UInt64?

    /// Stores a checkpoint as the last one of its role. Durable when it returns.
    ///
    /// Those that were published stay, for as long as the log does; of the others the last.
    func persist(
        _ checkpoint: SignedCheckpoint, as role: CheckpointRole
    ) async throws(StorageFailure)

    /// The checkpoint of a role that was stored last.
    ///
    /// - Throws: ``StorageFailure/unreadable``, also when what is stored is no checkpoint.
    func lastCheckpoint(
        _ role: CheckpointRole
    ) async throws(StorageFailure) -> SignedCheckpoint?
}
