import ConsultLog
import Synchronization

/// Keeps what another storage keeps; as long as it hangs, no appending ends.
final class SlowLogStorage: ConsultLogStorage {
    private let storage: any ConsultLogStorage
    private struct State {
        var hangs = false
        var reached = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watching: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    init(_ storage: any ConsultLogStorage) { self.storage = storage }

    func hang(_ hangs: Bool) {
        let freed: [CheckedContinuation<Void, Never>] = state.withLock { state in
            state.hangs = hangs
            defer { if !hangs { state.waiting = [] } }
            return hangs ? [] : state.waiting
        }
        for continuation in freed { continuation.resume() }
    }

    /// Waits until an appending hangs.
    func isReached() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if !state.reached { state.watching.append(continuation) }
                return state.reached
            }
            if isThere { continuation.resume() }
        }
    }

    func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        await withCheckedContinuation { continuation in
            let (goesOn, watching): (Bool, [CheckedContinuation<Void, Never>]) = state.withLock {
                state in
                guard state.hangs else { return (true, []) }
                state.waiting.append(continuation)
                state.reached = true
                defer { state.watching = [] }
                return (false, state.watching)
            }
            for watcher in watching { watcher.resume() }
            if goesOn { continuation.resume() }
        }
        try await storage.append(batch)
    }

    func beginEpoch() async throws(StorageFailure) -> WriterEpoch {
        try await storage.beginEpoch()
    }

    func contains(_ id: EntryID, of consult: ConsultID) async throws(StorageFailure) -> Bool {
        try await storage.contains(id, of: consult)
    }

    func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.unfinished(before: epoch, limit: limit)
    }

    func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.page(after: position, limit: limit)
    }

    func entries(at positions: [LogPosition]) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(at: positions)
    }

    func entries(named names: [EntryName]) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(named: names)
    }

    func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        try await storage.entries(of: consult)
    }

    func close() async { await storage.close() }
}
