public import AccessRights
public import ConsultLog
import Facts

/// The authorisations and their life: judges the steps, records them in the consult log, stores
/// them, and keeps what is in force up to date. One order at a time.
///
/// A step after which more can be given is in the log before it is stored, and takes effect when it
/// is: a crash between leaves an entry without effect. Any other step is stored, and takes effect,
/// before it is in the log: a crash between leaves a change that is logged at the next start. So
/// nothing is ever given under a right that the log does not know, nor under one that somebody was
/// told has ended.
public actor RightsRegister {
    /// How often an order is judged anew because the history grew meanwhile.
    private static let mostTurns = 8

    /// What is in force, for those who decide.
    public nonisolated let live: LiveRights
    private nonisolated let storage: any RightsStorage
    private nonisolated let log: ConsultLog
    private nonisolated let time: any TimeSource
    private var known: RightsHistory
    private var turn: Task<Void, Never>?
    private var owesEntries = true

    /// Reads the history, and logs what an earlier run could not log any more, as soon as it can.
    ///
    /// - Parameter uptime: a clock that only goes forward.
    /// - Throws: ``RightsFailure`` when it cannot be read, or is none.
    public init(
        storage: any RightsStorage, log: ConsultLog, time: any TimeSource,
        uptime: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) async throws(RightsFailure) {
        self.storage = storage
        self.log = log
        self.time = time
        known = try await Self.grown(RightsHistory(), from: storage)
        live = LiveRights(known, on: time.today(), uptime: uptime)
        do throws(RightsFailure) {
            try await payEntries()
        } catch .notLogged {
            // A log that takes nothing now must not keep the rights from being read.
        }
    }

    /// The history as it is stored now.
    public func history() async throws(RightsFailure) -> RightsHistory {
        try await refresh()
        return known
    }

    /// Compares what is in force with the storage, and with the day. Whoever calls it several times
    /// a second keeps the rights of this process no older than that.
    public func refresh() async throws(RightsFailure) {
        let stored = try await Self.asked { () async throws(RightsStorageFailure) in
            try await storage.revision()
        }
        let grown = known.revision < stored ? try await Self.grown(known, from: storage) : known
        take(grown)
        if owesEntries { try await payEntries() }
    }

    /// Takes a step for somebody, or says why it cannot be taken.
    public func carryOut(
        _ order: RightsOrder, for actor: OfficialID
    ) async throws(RightsFailure) -> RightsOutcome {
        try await inTurn {
            await Self.outcome { () throws(RightsFailure) in
                try await self.taken(order, actor)
            }
        }
    }

    /// Takes over authorisations that were granted before there was a history, with the
    /// deliberation that each of them names. Does nothing when there is a history.
    ///
    /// - Returns: how many were taken over.
    public func adopt(_ authorisations: [Authorisation]) async throws(RightsFailure) -> Int {
        try await inTurn {
            await Self.outcome { () throws(RightsFailure) in
                try await self.adopted(authorisations)
            }
        }
    }

    private func taken(
        _ order: RightsOrder, _ actor: OfficialID
    ) async throws(RightsFailure) -> RightsOutcome {
        // Somebody else may append at the same time, in another process: then it is judged anew.
        // Not for ever: a storage that loses every write looks the same.
        for _ in 0..<Self.mostTurns {
            try await refresh()
            let before = known
            let change: RightsChange
            switch before.change(by: order, for: actor, at: time.now(), on: time.today()) {
            case .success(let possible): change = possible
            case .failure(let refusal): return .refused(refusal)
            }
            guard try await stored([change], on: before, isMore: change.step.givesMore) else {
                continue
            }
            guard let life = known[order.authorisation] else { throw .damaged }
            return .taken(life)
        }
        throw .storage(.unavailable)
    }

    private func adopted(_ authorisations: [Authorisation]) async throws(RightsFailure) -> Int {
        try await refresh()
        guard known.revision == .start, !authorisations.isEmpty else { return 0 }
        let now = time.now()
        let changes = authorisations.sorted { $0.id < $1.id }.map {
            RightsChange(.adopt, $0, by: .configuration, known: now, validFrom: $0.firstDay)
        }
        return try await stored(changes, on: known, isMore: true) ? changes.count : 0
    }

    /// Logs, stores and puts into force, in the order that the steps demand.
    ///
    /// - Returns: whether they were stored: somebody may have been faster.
    private func stored(
        _ changes: [RightsChange], on before: RightsHistory, isMore: Bool
    ) async throws(RightsFailure) -> Bool {
        var after = before
        for change in changes where after.append(change) != nil { throw .damaged }
        if isMore {
            let drafts = entries(of: changes, behind: before.revision, in: after)
            do throws(LogFailure) {
                _ = try await log.append(drafts)
            } catch {
                throw .notLogged(error)
            }
        }
        // Should it be stored and nobody can say so now, the next look finds it and logs it.
        if !isMore { owesEntries = true }
        do throws(RightsFailure) {
            guard try await append(changes, on: before.revision, areLogged: isMore) else {
                return false
            }
        } catch {
            // A look that came between may have found nothing to log yet.
            if !isMore { owesEntries = true }
            throw error
        }
        take(after)
        guard !isMore else { return true }
        do throws(RightsFailure) {
            try await payEntries()
        } catch {
            if case .notLogged(let failure) = error { throw .takenUnlogged(failure) }
            throw error
        }
        return true
    }

    /// Appends; after a doubtful write it looks whether the changes are there.
    private func append(
        _ changes: [RightsChange], on revision: RightsRevision, areLogged: Bool
    ) async throws(RightsFailure) -> Bool {
        do throws(RightsStorageFailure) {
            return try await storage.append(changes, on: revision, areLogged: areLogged)
        } catch .outcomeUnknown {
            let found = try await Self.asked { () async throws(RightsStorageFailure) in
                try await storage.changes(after: revision)
            }
            return found.starts(with: changes)
        } catch {
            throw .storage(error)
        }
    }

    /// Logs every change that took effect before it was logged.
    private func payEntries() async throws(RightsFailure) {
        // What is stored from here on is owed anew.
        owesEntries = false
        do throws(RightsFailure) {
            try await payAll()
        } catch {
            owesEntries = true
            throw error
        }
    }

    private func payAll() async throws(RightsFailure) {
        let unlogged = try await Self.asked { () async throws(RightsStorageFailure) in
            try await storage.unlogged()
        }
        for placed in unlogged {
            let before = RightsRevision(placed.revision.number - 1)
            do throws(LogFailure) {
                _ = try await log.append(
                    entries(of: [placed.change], behind: before, in: known))
            } catch {
                throw .notLogged(error)
            }
            // A crash here logs it twice, with one revision, which is better than never.
            try await Self.asked { () async throws(RightsStorageFailure) in
                try await storage.markLogged(placed.revision)
            }
        }
    }

    private func entries(
        of changes: [RightsChange], behind revision: RightsRevision, in history: RightsHistory
    ) -> [EntryDraft] {
        changes.enumerated().map { index, change in
            let state = history[change.authorisation]?.state(on: time.today()) ?? .draft
            let body = RightChanged(
                change.reference, step: change.step, state: state, validFrom: change.validFrom,
                revision: revision.number + Int64(index) + 1)
            return EntryDraft(
                consult: log.newConsult(), body: .rightChanged(body),
                confidences: Confidences(
                    official: try? OfficialID(parsing: change.actor.text),
                    reason: change.reason.flatMap { try? StatedReason(parsing: $0.text) }))
        }
    }

    /// Puts a history into force, unless a longer one is already.
    private func take(_ history: RightsHistory) {
        let today = time.today()
        guard history.revision >= known.revision else { return }
        if history.revision == known.revision && live.day == today {
            live.confirm()
        } else {
            known = history
            live.replace(by: history, on: today)
        }
    }

    private static func grown(
        _ history: RightsHistory, from storage: any RightsStorage
    ) async throws(RightsFailure) -> RightsHistory {
        let changes = try await asked { () async throws(RightsStorageFailure) in
            try await storage.changes(after: history.revision)
        }
        var grown = history
        for change in changes where grown.append(change) != nil { throw .damaged }
        return grown
    }

    private static func asked<Value: Sendable>(
        _ work: @Sendable () async throws(RightsStorageFailure) -> Value
    ) async throws(RightsFailure) -> Value {
        do throws(RightsStorageFailure) {
            return try await work()
        } catch {
            throw .storage(error)
        }
    }

    /// Runs an order when those before it are done; a caller that is cancelled changes nothing.
    private func inTurn<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Result<Value, RightsFailure>
    ) async throws(RightsFailure) -> Value {
        let earlier = turn
        let task = Task {
            await earlier?.value
            return await work()
        }
        turn = Task { _ = await task.value }
        return try await task.value.get()
    }

    private static func outcome<Value: Sendable>(
        _ work: () async throws(RightsFailure) -> Value
    ) async -> Result<Value, RightsFailure> {
        do throws(RightsFailure) {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }
}
