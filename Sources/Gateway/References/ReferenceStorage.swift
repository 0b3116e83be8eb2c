public import ConsultLog
public import Facts

/// Where the repertory of references is kept.
///
/// Conformers store and find; they neither decide, log nor open a box.
public protocol ReferenceStorage: Sendable {
    /// Keeps a dossier. Durable when this returns; of two with one name the first stays.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``.
    func insert(_ record: ReferenceRecord) async throws(StorageFailure)

    /// Marks a dossier as closed. Durable when this returns; of two times the first stays, and a
    /// name that nobody has changes nothing.
    func close(_ id: ReferenceID, at time: Timestamp) async throws(StorageFailure)

    /// Returns a dossier, open or not; `nil` when nobody has the name.
    func record(_ id: ReferenceID) async throws(StorageFailure) -> ReferenceRecord?

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
