public import ConsultLog
public import Facts

/// Where the repertory of references is kept.
///
/// Conformers store and find; they neither decide, log nor open a box.
public protocol ReferenceStorage: Sendable {
    /// Keeps a dossier, in one step with a look for one that is open already. Durable when this
    /// returns; of two with one name the first stays.
    ///
    /// - Parameter twins: by what a dossier of the same organisation and kind is known to be about
    ///   the same subject and of the same name.
    /// - Returns: the one that was open on the first day of the new one; `nil` when there was none
    ///   and the new one is kept.
    /// - Throws: ``ConsultLog/StorageFailure``.
    func insert(
        _ record: ReferenceRecord, unlessOpen twins: Set<ReferenceTokens>
    ) async throws(StorageFailure) -> ReferenceRecord?

    /// Puts a dossier as it is to be in the place of what it was, and notes in the same step the
    /// entry that the log is owed for it. Durable when this returns.
    ///
    /// - Returns: whether it was: somebody may have been faster, and then nothing is changed. A name
    ///   that nobody has is nothing to change either.
    func replace(
        _ before: ReferenceRecord, by after: ReferenceRecord, owing entry: OwedReferenceEntry?
    ) async throws(StorageFailure) -> Bool

    /// Returns a dossier, open or not; `nil` when nobody has the name.
    func record(_ id: ReferenceID) async throws(StorageFailure) -> ReferenceRecord?

    /// Returns the entries that the log may not hold yet, in the order in which they were noted.
    func owed() async throws(StorageFailure) -> [OwedReferenceEntry]

    /// Notes that the log holds what was owed in a consult. To do it again is no error.
    func settle(_ consult: ConsultID) async throws(StorageFailure)

    /// Returns the keys of all dossiers that an organisation has open on a day. Keys of dossiers that
    /// have ended by themselves may be among them.
    func keys(
        of organisation: EnterpriseNumber, openOn day: CalendarDate
    ) async throws(StorageFailure) -> Set<DataKeyID>

    /// Returns the dossiers that an organisation has open on a day and that have one of the tokens
    /// of a field, in the order of their names.
    func records(
        of organisation: EnterpriseNumber, with tokens: Set<UInt64>, in field: ReferenceField,
        openOn day: CalendarDate
    ) async throws(StorageFailure) -> [ReferenceRecord]

    /// Returns all dossiers that are open on a day, in the order of their names.
    ///
    /// - Parameters:
    ///   - id: behind which they begin; `nil` for the first.
    ///   - limit: how many there are at most.
    func records(
        openOn day: CalendarDate, after id: ReferenceID?, limit: Int
    ) async throws(StorageFailure) -> [ReferenceRecord]

    /// Counts the dossiers that are open on a day, by organisation and kind, in that order.
    func counts(openOn day: CalendarDate) async throws(StorageFailure) -> [ReferenceCount]
}
