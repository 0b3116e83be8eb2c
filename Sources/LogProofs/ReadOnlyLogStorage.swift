public import ConsultLog

/// A log's storage from which can only be read: for a log that is not what it was, of which no more
/// must be signed.
public struct ReadOnlyLogStorage: ConsultLogStorage {
    private let storage: any ConsultLogStorage

    public init(_ storage: any ConsultLogStorage) { self.storage = storage }

    /// Begins nothing: no entry will ever bear the number.
    public func beginEpoch() async throws(StorageFailure) -> WriterEpoch { WriterEpoch(0) }

    public func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        throw .notWritten(.readOnly)
    }

    public func contains(
        _ id: EntryID, of consult: ConsultID
    ) async throws(StorageFailure) -> Bool {
        try await storage.contains(id, of: consult)
    }

    /// None, because nothing could be closed.
    public func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] { [] }

    public func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.page(after: position, limit: limit)
    }

    public func entries(
        at positions: [LogPosition]
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(at: positions)
    }

    public func entries(
        named names: [EntryName]
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(named: names)
    }

    public func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(of: consult)
    }

    public func close() async { await storage.close() }
}
