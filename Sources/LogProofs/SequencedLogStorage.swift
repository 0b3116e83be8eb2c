public import ConsultLog

/// A log's storage that wakes the keeper of its tree after each append, and lets it finish before
/// the storage is closed. Once the keeper finds that the log is not what it was, it takes nothing.
public struct SequencedLogStorage: ConsultLogStorage {
    private let storage: any ConsultLogStorage
    private let keeper: TreeKeeper

    public init(_ storage: any ConsultLogStorage, keptBy keeper: TreeKeeper) {
        self.storage = storage
        self.keeper = keeper
    }

    public func beginEpoch() async throws(StorageFailure) -> WriterEpoch {
        try await storage.beginEpoch()
    }

    public func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        guard !keeper.isReadOnly else { throw .notWritten(.readOnly) }
        // Also after a doubtful append there may be entries.
        defer { keeper.wake() }
        try await storage.append(batch)
    }

    public func contains(
        _ id: EntryID, of consult: ConsultID
    ) async throws(StorageFailure) -> Bool {
        try await storage.contains(id, of: consult)
    }

    public func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.unfinished(before: epoch, limit: limit)
    }

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

    public func close() async {
        await keeper.finish()
        await storage.close()
    }
}
