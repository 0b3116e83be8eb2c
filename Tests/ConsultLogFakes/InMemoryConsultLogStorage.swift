public import ConsultLog

/// A consult log in memory that can be told to fail, to forget and to wait.
public actor InMemoryConsultLogStorage: ConsultLogStorage, EntryErasure {
    /// What an append does instead of succeeding.
    public enum Fault: Hashable, Sendable {
        case notWritten(NotWritten)
        /// Fails, and nothing was kept.
        case doubtfulAndLost
        /// Fails, and everything was kept.
        case doubtfulAndKept
        case syncFailed
    }

    public private(set) var entries: [StoredEntry] = []
    /// The sizes of the batches that were appended, whatever became of them.
    public private(set) var batches: [Int] = []
    private var ids: [EntryID: ConsultID] = [:]
    private var consults: [ConsultID: [Int]] = [:]
    private var places: [EntryID: Int] = [:]
    private var open: [EntryID: Int] = [:]
    private var erasureFault: StorageFailure?
    /// How often what was erased was taken out of every file.
    public private(set) var purges = 0
    /// How many entries there were when each epoch began.
    private var starts: [Int] = []
    private var faults: [Fault] = []
    private var isBlind = false
    private var isClosed = false
    private var isHeld = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []

    public init() {}

    /// The next appends meet these faults, one each.
    public func fail(_ faults: Fault...) { self.faults.append(contentsOf: faults) }

    /// Whether looks fail.
    public func setBlind(_ isBlind: Bool) { self.isBlind = isBlind }

    /// Appends wait until they are released.
    public func hold() { isHeld = true }

    /// Returns once an append waits.
    public func untilHeld() async {
        if held.isEmpty { await withCheckedContinuation { watchers.append($0) } }
    }

    public func release() {
        isHeld = false
        for continuation in held { continuation.resume() }
        held = []
    }

    public func beginEpoch() async throws(StorageFailure) -> WriterEpoch {
        if isClosed { throw .notWritten(.closed) }
        starts.append(entries.count)
        return WriterEpoch(Int64(starts.count))
    }

    public func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        batches.append(batch.count)
        if isHeld {
            await withCheckedContinuation { continuation in
                held.append(continuation)
                for watcher in watchers { watcher.resume() }
                watchers = []
            }
        }
        if isClosed { throw .notWritten(.closed) }
        switch faults.isEmpty ? nil : faults.removeFirst() {
        case nil: try store(batch)
        case .notWritten(let reason): throw .notWritten(reason)
        case .doubtfulAndLost: throw .unknownOutcome
        case .doubtfulAndKept:
            try store(batch)
            throw .unknownOutcome
        case .syncFailed: throw .syncFailed
        }
    }

    public func contains(
        _ id: EntryID, of consult: ConsultID
    ) async throws(StorageFailure) -> Bool {
        if isBlind || isClosed { throw .unreadable }
        return ids[id] == consult
    }

    public func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        if isBlind || isClosed { throw .unreadable }
        let isKnown = epoch.number > 0 && epoch.number <= starts.count
        let start = isKnown ? starts[Int(epoch.number) - 1] : entries.count
        return open.values.filter { $0 < start && !entries[$0].isRetired }
            .sorted().prefix(limit).map { entries[$0] }
    }

    public func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        if isBlind || isClosed { throw .unreadable }
        let start = Int(position?.number ?? 0)
        return Array(entries.dropFirst(start).prefix(limit))
    }

    public func entries(
        at positions: [LogPosition]
    ) async throws(StorageFailure) -> [StoredEntry] {
        if isBlind || isClosed { throw .unreadable }
        return positions.compactMap { position in
            let index = Int(position.number) - 1
            return entries.indices.contains(index) ? entries[index] : nil
        }
    }

    public func entries(
        named names: [EntryName]
    ) async throws(StorageFailure) -> [StoredEntry] {
        if isBlind || isClosed { throw .unreadable }
        return names.compactMap { name in
            ids[name.id] == name.consult ? places[name.id].map { entries[$0] } : nil
        }
    }

    public func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        if isBlind || isClosed { throw .unreadable }
        return (consults[consult] ?? []).map { entries[$0] }
    }

    public func close() async { isClosed = true }

    public func keptEntries(
        before month: Month, after last: KeptEntry?, limit: Int
    ) async throws(StorageFailure) -> [KeptEntry] {
        if isBlind || isClosed { throw .unreadable }
        let kept = ids.keys.compactMap { id -> KeptEntry? in
            guard let consult = ids[id], consult.uuid.time < month.start,
                let index = places[id], !entries[index].isRetired
            else { return nil }
            return KeptEntry(id: id, consult: consult, stored: entries[index])
        }
        let ordered = kept.sorted { ($0.consult, $0.id) < ($1.consult, $1.id) }
        guard let last else { return Array(ordered.prefix(limit)) }
        return Array(
            ordered.drop { ($0.consult, $0.id) <= (last.consult, last.id) }.prefix(limit))
    }

    public func erase(_ positions: [LogPosition]) async throws(StorageFailure) {
        if let erasureFault { throw erasureFault }
        for position in positions {
            entries[Int(position.number) - 1] = StoredEntry(position: position, bytes: [])
        }
    }

    public func purge() async throws(StorageFailure) { purges += 1 }

    /// Whether erasures fail, and how.
    public func setErasureFault(_ fault: StorageFailure?) { erasureFault = fault }

    private func store(_ batch: [EntryRecord]) throws(StorageFailure) {
        guard Set(batch.map(\.id)).count == batch.count,
            batch.allSatisfy({ ids[$0.id] == nil })
        else { throw .notWritten(.failed) }
        for record in batch {
            ids[record.id] = record.consult
            places[record.id] = entries.count
            consults[record.consult, default: []].append(entries.count)
            switch record.effect {
            case .none: break
            case .opens: open[record.id] = entries.count
            case .closes(let id): open[id] = nil
            }
            entries.append(
                StoredEntry(position: LogPosition(Int64(entries.count + 1)), bytes: record.bytes))
        }
    }
}
