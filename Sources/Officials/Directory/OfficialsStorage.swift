/// Where the directory of officials is kept.
///
/// Conformers keep what is sealed and open nothing. Every record that is written gets the next
/// revision, one counter for all, so that other processes on the same storage find what changed.
public protocol OfficialsStorage: Sendable {
    /// Every record whose revision is larger, as committed when the reading begins.
    ///
    /// - Throws: ``OfficialsFailure/unreadable``.
    func changes(after revision: Int64) async throws(OfficialsFailure) -> DirectoryChanges

    /// Writes an official: a new one when its revision is 0, else in the place of the record with
    /// that id and revision. Durable when this returns.
    ///
    /// - Returns: the new revision; `nil` when there is no such record, when it has another revision
    ///   by now, or when somebody who was not removed has the same name.
    /// - Throws: ``OfficialsFailure/notWritten``, ``OfficialsFailure/unknownOutcome``.
    func write(_ official: SealedOfficial) async throws(OfficialsFailure) -> Int64?

    /// Writes a delegation, likewise.
    func write(_ delegation: SealedDelegation) async throws(OfficialsFailure) -> Int64?

    /// Ends all use.
    func close() async
}
