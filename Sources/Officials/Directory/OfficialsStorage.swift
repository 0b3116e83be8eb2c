public import ConsultLog

/// Where the directory of officials is kept.
///
/// Conformers keep what is sealed and open nothing. What is written together gets the next
/// revision, one counter for all, so that other processes on the same storage find what changed.
public protocol OfficialsStorage: Sendable {
    /// With which secret the directory was begun; `nil` as long as nobody said.
    ///
    /// - Throws: ``OfficialsFailure/unreadable``.
    func origin() async throws(OfficialsFailure) -> DirectoryOrigin?

    /// Notes how the directory was begun, unless that is noted already. Durable when this returns.
    ///
    /// - Returns: what is noted.
    /// - Throws: ``OfficialsFailure/notWritten``, ``OfficialsFailure/unknownOutcome``.
    func note(_ origin: DirectoryOrigin) async throws(OfficialsFailure) -> DirectoryOrigin

    /// Every record whose revision is larger, as committed when the reading begins.
    ///
    /// - Throws: ``OfficialsFailure/unreadable``.
    func changes(after revision: Int64) async throws(OfficialsFailure) -> DirectoryChanges

    /// Writes records, all of them or none: a new one when its revision is 0, else in the place of
    /// the record with that id and revision. Durable when this returns.
    ///
    /// - Returns: the new revision of all of them; `nil` when one is no record, has another
    ///   revision by now, or when somebody who was not removed has the same name.
    /// - Throws: ``OfficialsFailure/notWritten``, ``OfficialsFailure/unknownOutcome``.
    func write(_ records: DirectoryWrite) async throws(OfficialsFailure) -> Int64?

    /// What the consult log is owed, in the order in which it was written.
    ///
    /// - Throws: ``OfficialsFailure/unreadable``.
    func debts() async throws(OfficialsFailure) -> [SealedDebt]

    /// Forgets a debt that was paid. To do it again is no error.
    ///
    /// - Throws: ``OfficialsFailure/notWritten``, ``OfficialsFailure/unknownOutcome``.
    func settle(_ debt: UUIDv7) async throws(OfficialsFailure)

    /// Ends all use.
    func close() async
}

extension OfficialsStorage {
    /// Writes an official alone.
    public func write(_ official: SealedOfficial) async throws(OfficialsFailure) -> Int64? {
        try await write(DirectoryWrite(officials: [official]))
    }

    /// Writes a delegation alone.
    public func write(_ delegation: SealedDelegation) async throws(OfficialsFailure) -> Int64? {
        try await write(DirectoryWrite(delegations: [delegation]))
    }
}
