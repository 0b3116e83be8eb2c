public import Facts

/// The consult log's one writer.
///
/// Entries are boxed, written and hashed in the tasks of the callers, in parallel; the storage lets
/// those that wait together share a trip to the disk.
public actor ConsultLog {
    /// Which run of the writer this is.
    public nonisolated let epoch: WriterEpoch
    private nonisolated let sealer: EntrySealer
    nonisolated let storage: any ConsultLogStorage
    private nonisolated let room: any LogRoom
    private let onFailedSync: @Sendable () -> Void
    /// How many calls wait for the storage, and who waits until there are none.
    private var underWay = 0
    private var awaitingCalm: [CheckedContinuation<Void, Never>] = []
    private(set) var refusal: LogFailure?
    var openIntents: [OpenIntent] = []
    var isClosingIntents = false
    private var lastFailure: LogFailure?

    /// Begins a run of the writer.
    ///
    /// - Parameters:
    ///   - room: intents are refused as on a full disk while it takes none; what else there is to
    ///     write is written.
    ///   - now: the clock; entries carry its time, and nothing depends on its order.
    ///   - onFailedSync: called once, when the operating system could not make a write durable. It
    ///     must end the process. Should it return, the log takes nothing any more.
    /// - Throws: ``LogFailure`` when the beginning could not be recorded.
    public init(
        storage: any ConsultLogStorage, keys: DataKeys, room: any LogRoom = AmpleRoom(),
        random: any RandomSource = SystemRandom(),
        now: @escaping @Sendable () -> Timestamp, onFailedSync: @escaping @Sendable () -> Void
    ) async throws(LogFailure) {
        do throws(StorageFailure) {
            epoch = try await storage.beginEpoch()
        } catch {
            switch error {
            case .notWritten(let reason): throw .notWritten(reason)
            case .unknownOutcome, .unreadable, .syncFailed: throw .unreachable
            }
        }
        self.storage = storage
        self.room = room
        self.onFailedSync = onFailedSync
        sealer = EntrySealer(epoch: epoch, keys: keys, random: random, now: now)
    }

    /// Makes the name of a new consult. The month of its time decides under which key the consult's
    /// entries are boxed.
    public nonisolated func newConsult() -> ConsultID {
        var random = RandomBlock(sealer.random, count: 16)
        return ConsultID(UUIDv7(at: sealer.now(), random: (random.word(), random.word())))
    }

    /// Appends entries, all of them or none, in this order. Durable when it returns.
    ///
    /// A cancelled task waits all the same: what became of the entries must be known.
    ///
    /// - Throws: ``LogFailure`` when none was written, or nobody can say.
    public nonisolated func append(
        _ drafts: [EntryDraft]
    ) async throws(LogFailure) -> [AppendedEntry] {
        try await checkRoom(for: drafts)
        let records: [EntryRecord]
        do throws(LogFailure) {
            records = try await seal(drafts)
        } catch {
            await remember(OpenIntent.left(by: drafts, nil, error))
            throw error
        }
        guard !records.isEmpty else { return [] }
        do throws(LogFailure) {
            try await commit(records).get()
        } catch {
            await remember(OpenIntent.left(by: drafts, records, error))
            throw error
        }
        return records.map(\.appended)
    }

    /// Appends one entry. Durable when it returns.
    ///
    /// - Throws: ``LogFailure`` when it was not written, or nobody can say.
    public nonisolated func append(_ draft: EntryDraft) async throws(LogFailure) -> AppendedEntry {
        guard let appended = try await append([draft]).first else { throw .unreachable }
        return appended
    }

    /// Closes every intent that an earlier run of the writer left without an outcome, as
    /// `interrupted`, and returns how many there were.
    ///
    /// - Throws: ``LogFailure``; what was closed until then stays closed.
    public nonisolated func recover() async throws(LogFailure) -> Int {
        var count = 0
        while true {
            let open: [StoredEntry]
            do throws(StorageFailure) {
                open = try await storage.unfinished(before: epoch, limit: 1000)
            } catch {
                throw .unreachable
            }
            if open.isEmpty { return count }
            _ = try await append(
                open.map { stored throws(LogFailure) in
                    guard let unfinished = UnfinishedAsked(stored) else {
                        throw .damaged(stored.position)
                    }
                    return EntryDraft(
                        consult: unfinished.consult, ordinal: unfinished.ordinal,
                        body: .interrupted(
                            Interrupted(
                                asked: unfinished.asked, retention: unfinished.retention)))
                })
            count += open.count
        }
    }

    /// Whether it can be relied on: it is open, and what came last had its key and became durable.
    /// It never can again once it was closed or a sync failed.
    public var isHealthy: Bool { trouble == nil }

    /// Why it cannot be relied on now; `nil` when it can.
    public var trouble: LogFailure? { refusal ?? lastFailure }

    /// Takes nothing more, waits until all that was taken is durable, and closes the storage.
    public func close() async {
        if refusal == nil { refusal = .notWritten(.closed) }
        if underWay > 0 { await withCheckedContinuation { awaitingCalm.append($0) } }
        await storage.close()
    }

    /// Before anything is shared with others: an intent must not take their outcomes along.
    private nonisolated func checkRoom(for drafts: [EntryDraft]) async throws(LogFailure) {
        let hasIntent = drafts.contains { draft in
            if case .asked = draft.body { true } else { false }
        }
        guard hasIntent, await !room.takesIntents() else { return }
        await remember(.notWritten(.diskFull))
        throw .notWritten(.diskFull)
    }

    private nonisolated func seal(
        _ drafts: [EntryDraft]
    ) async throws(LogFailure) -> [EntryRecord] {
        var records: [EntryRecord] = []
        records.reserveCapacity(drafts.count)
        for draft in drafts { records.append(try await seal(draft)) }
        return records
    }

    /// Without a key nothing can be written either, so that is remembered like a failed write.
    private nonisolated func seal(_ draft: EntryDraft) async throws(LogFailure) -> EntryRecord {
        do throws(LogFailure) {
            return try await sealer.seal(draft)
        } catch {
            if case .noKey = error { await remember(error) }
            throw error
        }
    }

    private func remember(_ failure: LogFailure) { lastFailure = failure }

    private func commit(_ records: [EntryRecord]) async -> Result<Void, LogFailure> {
        if let refusal { return .failure(refusal) }
        underWay += 1
        let result = await write(records)
        underWay -= 1
        if case .failure(let failure) = result {
            lastFailure = failure
        } else {
            lastFailure = nil
        }
        if underWay == 0 {
            for waiter in awaitingCalm { waiter.resume() }
            awaitingCalm = []
        }
        return result
    }

    /// Writes a batch; after a doubtful outcome it looks, and writes once more when there is nothing.
    private func write(_ batch: [EntryRecord]) async -> Result<Void, LogFailure> {
        for _ in 0..<2 {
            // Another call may have found that nothing can be trusted any more.
            if refusal == .unreachable { return .failure(.unreachable) }
            do throws(StorageFailure) {
                try await storage.append(batch)
                return .success(())
            } catch .notWritten(let reason) {
                return .failure(.notWritten(reason))
            } catch .syncFailed {
                // All who shared the transaction hear of it; the process is told once.
                let isFirst = refusal != .unreachable
                refusal = .unreachable
                if isFirst { onFailedSync() }
                return .failure(.unreachable)
            } catch {
                switch await look(for: batch) {
                case true?: return .success(())
                case false?: continue
                case nil: return .failure(.unreachable)
                }
            }
        }
        return .failure(.notWritten(.failed))
    }

    /// Whether the batch is stored, all of it being there when its first entry is; `nil` when
    /// nobody can say.
    private func look(for batch: [EntryRecord]) async -> Bool? {
        guard let first = batch.first else { return true }
        do throws(StorageFailure) {
            return try await storage.contains(first.id, of: first.consult)
        } catch {
            return nil
        }
    }
}
