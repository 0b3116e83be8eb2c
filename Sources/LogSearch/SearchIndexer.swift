public import ConsultLog
import Synchronization

/// Follows the log with the search index. It reads what is durable and never stands in the way of
/// what is appended; after a pause of any length it goes on where it stopped.
public final class SearchIndexer: Sendable, SearchIndexErasure {
    /// How many entries are read at once.
    private static let pageSize = 1024

    public let index: SearchIndex
    private let log: any ConsultLogStorage
    private let keys: DataKeys
    private let thread: any WorkThread
    private let onDamage: @Sendable (LogPosition) -> Void
    /// Used on the thread alone.
    private let indexing: Mutex<EntryIndexing>
    private let isVerified = Mutex(false)

    /// - Parameters:
    ///   - thread: on which all work on the index is done.
    ///   - onDamage: called for every entry that cannot be read, or of which a box does not open
    ///     although its key is there. It is indexed as far as it can be.
    public init(
        _ index: SearchIndex, log: any ConsultLogStorage, keys: DataKeys, on thread: any WorkThread,
        onDamage: @escaping @Sendable (LogPosition) -> Void
    ) {
        self.index = index
        self.log = log
        self.keys = keys
        self.thread = thread
        self.onDamage = onDamage
        indexing = Mutex(EntryIndexing(keys))
    }

    /// Indexes whatever the log holds by now.
    ///
    /// - Parameter progress: told the index of the first entry that is not indexed, now and then.
    /// - Throws: ``IndexingFailure``, and `CancellationError` never: a cancelled task stops between
    ///   two pages and returns.
    public func catchUp(
        progress: @Sendable (UInt64) -> Void = { _ in }
    ) async throws(IndexingFailure) {
        if !isVerified.withLock(\.self) {
            try await verify()
            isVerified.withLock { $0 = true }
        }
        while !Task.isCancelled, try await indexPage() { progress(index.next) }
    }

    /// Catches up again and again, until the task is cancelled.
    ///
    /// - Parameters:
    ///   - pause: waits between two rounds, and throws when it is to end.
    ///   - onFailure: told why a round ended early, once for each reason in a row.
    public func follow(
        pause: @Sendable () async throws -> Void,
        onFailure: @Sendable (IndexingFailure) -> Void
    ) async {
        var last: IndexingFailure?
        while !Task.isCancelled {
            do throws(IndexingFailure) {
                try await catchUp()
                last = nil
            } catch {
                if error != last { onFailure(error) }
                last = error
            }
            do { try await pause() } catch { return }
        }
    }

    /// Throws the index away and makes it anew, up to the present end of the log. Searches find less
    /// meanwhile, and say so.
    public func rebuild(
        progress: @Sendable (UInt64) -> Void = { _ in }
    ) async throws(IndexingFailure) {
        try await onThread { [index] () throws(IndexFailure) in try index.clear() }
        try await catchUp(progress: progress)
    }

    public func erase(_ periods: Set<KeyPeriod>) async throws(IndexFailure) {
        try await thread.run { [self] () throws(IndexFailure) in
            // It may know tokens of what is gone.
            indexing.withLock { $0 = EntryIndexing(keys) }
            try index.erase(periods)
        }
    }

    /// Throws the index away when it is of another log, or of one that went further.
    private func verify() async throws(IndexingFailure) {
        for witness in index.witnesses {
            let stored: StoredEntry?
            do throws(StorageFailure) {
                stored = try await log.page(after: LogPosition(before: witness.index), limit: 1)
                    .first
            } catch {
                throw .logUnreadable
            }
            // Bytes that were destroyed cannot tell.
            if let stored, stored.position.entryIndex == witness.index,
                stored.bytes.isEmpty
                    || (try? SearchableEntry(parsing: stored.bytes))?.id == witness.id
            {
                continue
            }
            try await onThread { [index] () throws(IndexFailure) in try index.clear() }
            return
        }
    }

    /// Indexes the next entries; whether there were any.
    private func indexPage() async throws(IndexingFailure) -> Bool {
        let next = index.next
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await log.page(
                after: LogPosition(before: next), limit: Self.pageSize)
        } catch {
            throw .logUnreadable
        }
        guard !stored.isEmpty else { return false }
        let (page, missing) = await thread.run { [self] in
            let page = IndexPage(stored, from: next)
            return (page, indexing.withLock { page?.missingIntents($0) ?? [] })
        }
        guard let page else { return false }
        let intents = try await intents(of: missing)
        try await onThread { [self] () throws(IndexFailure) in
            let (run, damaged) = indexing.withLock { indexing in
                for intent in intents { indexing.note(intent: intent) }
                return page.run(&indexing)
            }
            for place in damaged { onDamage(LogPosition(Int64(place + 1))) }
            _ = try index.add(run, witness: page.witness)
        }
        return true
    }

    /// Reads intents that stand further back.
    private func intents(
        of missing: [EntryName]
    ) async throws(IndexingFailure) -> [SearchableEntry] {
        do throws(StorageFailure) {
            return try await log.entries(named: missing).compactMap {
                try? SearchableEntry(parsing: $0.bytes)
            }
        } catch {
            throw .logUnreadable
        }
    }

    private func onThread(
        _ work: @escaping @Sendable () throws(IndexFailure) -> Void
    ) async throws(IndexingFailure) {
        do throws(IndexFailure) {
            try await thread.run(work)
        } catch {
            throw .index(error)
        }
    }
}

extension IndexPage {
    /// The intents of outcomes that stand before the page and are not known any more.
    fileprivate func missingIntents(_ indexing: EntryIndexing) -> [EntryName] {
        let here = Set(entries.map(\.entry.id))
        return entries.compactMap { item in
            indexing.missingIntent(of: item.entry).flatMap { here.contains($0.id) ? nil : $0 }
        }
    }
}
