/// Where wrapped data keys are kept: apart from the database of the log and from its backups, so
/// that a destroyed key is gone everywhere.
public protocol DataKeyStore: Sendable {
    /// Returns every key of the store, in no order.
    ///
    /// - Throws: ``KeyFailure/unreadable`` when any of them cannot be read.
    func keys() async throws(KeyFailure) -> [WrappedDataKey]

    /// Adds a key. It is durable when this returns, and either whole or absent whatever happens.
    ///
    /// - Throws: ``KeyFailure/notStored(_:)``.
    func add(_ key: WrappedDataKey) async throws(KeyFailure)

    /// Puts these keys in the place of all that are there, and destroys those.
    ///
    /// - Throws: ``KeyFailure/notStored(_:)`` only when all is as it was and stays so.
    func replaceAll(with keys: [WrappedDataKey]) async throws(KeyFailure) -> KeyReplacement
}
