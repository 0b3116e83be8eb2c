/// Takes the bytes of entries out of a storage. The places of the entries stay, empty, and so do
/// the hashes of the tree.
public protocol EntryErasure: Sendable {
    /// Returns entries of consults that began before the month and whose bytes are there, in the
    /// order of their consults, from behind `last` (`nil`: from the beginning), at most `limit`.
    func keptEntries(
        before month: Month, after last: KeptEntry?, limit: Int
    ) async throws(StorageFailure) -> [KeptEntry]

    /// Empties these entries. Durable when it returns, all of it or nothing; what is empty already
    /// stays so.
    func erase(_ positions: [LogPosition]) async throws(StorageFailure)

    /// Sees to it that what was erased stands in no file of the storage any more.
    ///
    /// - Throws: ``StorageFailure/notWritten(_:)`` with ``NotWritten/busy`` when somebody reads an
    ///   older state for too long.
    func purge() async throws(StorageFailure)
}
