public import AccessRights
public import ConsultLog
public import Facts

/// The authorisations and their life: judges the steps, records them in the consult log, stores
/// them, and keeps what is in force up to date. One order at a time; no order after which less can
/// be given waits for the log.
///
/// A step after which more can be given is in the log before it is stored, and takes effect when it
/// is: a crash between leaves an entry without effect. Any other step is stored, and takes effect,
/// before it is in the log: a crash between leaves a change that is logged at the next start, once.
/// So nothing is ever given under a right that the log does not know, nor under one that somebody
/// was told has ended.
public actor RightsRegister {
    /// How often an order is judged anew because the history grew meanwhile, and how often what
    /// certainly was not stored is stored again.
    private static let mostTurns = 8

    /// What is in force, for those who decide.
    public nonisolated let live: LiveRights
    nonisolated let storage: any RightsStorage
    nonisolated let log: ConsultLog
    nonisolated let logName: String
    nonisolated let key: RightsKey
    nonisolated let time: any TimeSource
    private nonisolated let uptime: @Sendable () -> ContinuousClock.Instant
    private nonisolated let orders = Turns()
    /// Of orders after which more can be given: these wait for the log.
    private nonisolated let givings = Turns()
    nonisolated let payments = Turns()
    private(set) var known: RightsHistory
    private var looking: Task<Void, Never>?
    var owesEntries = true
    private var isWithheld = false

    /// Reads the history, and logs what an earlier run could not log any more, as soon as it can.
    ///
    /// - Parameters:
    ///   - logName: tells the log from those of other gateways that share the storage.
    ///   - key: hides in the storage who took a step.
    ///   - uptime: a clock that only goes forward.
    /// - Throws: ``RightsFailure`` when it cannot be read, is none, or was begun with another secret
    ///   than the key.
    public init(
        storage: any RightsStorage, log: ConsultLog, named logName: String = "", key: RightsKey,
        time: any TimeSource,
        uptime: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) async throws(RightsFailure) {
        self.storage = storage
        self.log = log
        self.logName = logName
        self.key = key
        self.time = time
        self.uptime = uptime
        let noted = try await Self.asked { () async throws(RightsStorageFailure) in
            try await storage.note(check: key.check)
        }
        guard noted == key.check else { throw .otherSecret }
        let began = uptime()
        known = try await Self.grown(RightsHistory(), from: storage)
        live = LiveRights(known, on: time.today(), seen: began, uptime: uptime)
        do throws(RightsFailure) {
            try await settle()
        } catch .notLogged {
            // A log that takes nothing now must not keep the rights from being read.
        }
    }

    /// The history as it is stored now.
    public func history() async throws(RightsFailure) -> RightsHistory {
        try await refresh()
        return known
    }

    /// Compares what is in force with the storage, and with the day, and waits for nothing else.
    /// Whoever calls it several times a second keeps the rights of this process no older than that.
    public func refresh() async throws(RightsFailure) {
        let began = uptime()
        let stored = try await Self.asked { () async throws(RightsStorageFailure) in
            try await storage.revision()
        }
        let grown = known.revision < stored ? try await Self.grown(known, from: storage) : known
        take(grown, seen: began)
    }

    /// The rights in force on the present day. When nobody looked at the storage in time it looks
    /// itself, and waits a little for the answer.
    ///
    /// - Returns: `nil` when they cannot be known now.
    public nonisolated func rights(on day: CalendarDate) async -> AccessRights? {
        if let rights = live.rights(on: day) { return rights }
        await FirstOf.end(of: look()) { try? await Task.sleep(for: .milliseconds(500)) }
        return live.rights(on: day)
    }

    /// Takes a step for somebody, or says why it cannot be taken.
    public func carryOut(
        _ order: RightsOrder, for orderer: RightsOrderer
    ) async throws(RightsFailure) -> RightsOutcome {
        if order.step.givesMore {
            return try await givings.take { () throws(RightsFailure) in
                try await self.given(order, orderer)
            }
        }
        let outcome = try await orders.take { () throws(RightsFailure) in
            try await self.lessened(order, orderer)
        }
        guard case .taken = outcome else { return outcome }
        // Not within the turn: a log that hangs must not keep the next right from ending.
        do throws(RightsFailure) {
            try await settle()
        } catch {
            if case .notLogged(let failure) = error { throw .takenUnlogged(failure) }
            throw error
        }
        return outcome
    }

    /// Takes over authorisations that were granted before there was a history, with the
    /// deliberation that each of them names. Does nothing when there is a history.
    ///
    /// - Returns: how many were taken over.
    public func adopt(_ authorisations: [Authorisation]) async throws(RightsFailure) -> Int {
        try await givings.take { () throws(RightsFailure) in
            try await self.adopted(authorisations)
        }
    }

    /// Allows nothing from now on, and takes no step any more: what is stored is older than what
    /// the log knows.
    public func withhold() {
        isWithheld = true
        live.replace(by: RightsHistory(), on: time.today(), seen: uptime())
    }

    /// A look that is under way is shared.
    private func look() -> Task<Void, Never> {
        if let looking { return looking }
        // It outlives whoever asked: others wait for the same, and nobody for too long.
        let task = Task {
            try? await refresh()
            looking = nil
        }
        looking = task
        return task
    }

    /// A step after which less, or no more, can be given.
    private func lessened(
        _ order: RightsOrder, _ orderer: RightsOrderer
    ) async throws(RightsFailure) -> RightsOutcome {
        let confidences = Confidences(official: orderer.official, reason: order.reason)
        // Somebody else may append at the same time, in another process: then it is judged anew.
        // Not for ever: a storage that loses every write looks the same.
        for _ in 0..<Self.mostTurns {
            let (before, judgement) = try await judged(order, orderer)
            switch judgement {
            case .success(let change):
                guard try await stored(change, on: before, confidences) else { continue }
                return try outcome(of: order)
            case .failure(let refusal): return .refused(refusal)
            }
        }
        throw .storage(.unavailable)
    }

    /// A step after which more can be given. It is judged anew when a right ended while the log
    /// was written.
    private func given(
        _ order: RightsOrder, _ orderer: RightsOrderer
    ) async throws(RightsFailure) -> RightsOutcome {
        let confidences = Confidences(official: orderer.official, reason: order.reason)
        for _ in 0..<Self.mostTurns {
            // What took effect before stands before it in the log.
            try await settle()
            let (before, judgement) = try await judged(order, orderer)
            switch judgement {
            case .success(let change):
                guard try await loggedAndStored([change], on: before, confidences) else { continue }
                return try outcome(of: order)
            case .failure(let refusal): return .refused(refusal)
            }
        }
        throw .storage(.unavailable)
    }

    /// The history as it is stored, and the change that an order makes on top of it.
    private func judged(
        _ order: RightsOrder, _ orderer: RightsOrderer
    ) async throws(RightsFailure) -> (RightsHistory, Result<RightsChange, StepRefusal>) {
        guard !isWithheld else { throw .olderThanLog }
        try await refresh()
        let before = known
        let judgement = before.change(
            by: order, for: key.actor(orderer), recorded: try newRecord(), at: time.now(),
            on: time.today())
        return (before, judgement)
    }

    private func outcome(of order: RightsOrder) throws(RightsFailure) -> RightsOutcome {
        guard let life = known[order.authorisation] else { throw .damaged }
        return .taken(life)
    }

    private func adopted(_ authorisations: [Authorisation]) async throws(RightsFailure) -> Int {
        guard !isWithheld else { throw .olderThanLog }
        try await settle()
        try await refresh()
        guard known.revision == .start, !authorisations.isEmpty else { return 0 }
        let now = time.now()
        var changes: [RightsChange] = []
        for terms in authorisations.sorted(by: { $0.id < $1.id }) {
            changes.append(
                RightsChange(
                    .adopt, terms, by: .configuration, known: now, validFrom: terms.firstDay,
                    recorded: try newRecord()))
        }
        // The log says as whom the configuration speaks.
        let confidences = Confidences(official: try? OfficialID(parsing: "configuration"))
        return try await loggedAndStored(changes, on: known, confidences) ? changes.count : 0
    }

    /// Logs changes after which more can be given, and then stores them.
    ///
    /// - Returns: whether it was stored: somebody may have been faster.
    private func loggedAndStored(
        _ changes: [RightsChange], on before: RightsHistory, _ confidences: Confidences
    ) async throws(RightsFailure) -> Bool {
        let after = try grown(before, by: changes)
        var drafts: [EntryDraft] = []
        for (index, change) in changes.enumerated() {
            let place = before.revision.number + Int64(index) + 1
            drafts.append(try entry(of: change, at: RightsRevision(place), in: after, confidences))
        }
        do throws(LogFailure) {
            _ = try await log.append(drafts)
        } catch {
            throw .notLogged(error)
        }
        // The turn of the others begins here only: none of them waits for the log.
        return try await orders.take { () throws(RightsFailure) in
            try await self.stored(changes, on: before, making: after, owing: nil)
        }
    }

    /// Stores a change after which less, or no more, can be given; its entry is owed.
    ///
    /// - Returns: whether it was stored: somebody may have been faster.
    private func stored(
        _ change: RightsChange, on before: RightsHistory, _ confidences: Confidences
    ) async throws(RightsFailure) -> Bool {
        let after = try grown(before, by: [change])
        guard let record = change.record, let box = key.seal(confidences, of: record) else {
            throw .damaged
        }
        let debt = RightsDebt(log: logName, box: box)
        // Should it be stored and nobody can say so now, a later look finds what is owed; one that
        // came between may have found nothing yet.
        defer { owesEntries = true }
        return try await stored([change], on: before, making: after, owing: debt)
    }

    private func stored(
        _ changes: [RightsChange], on before: RightsHistory, making after: RightsHistory,
        owing debt: RightsDebt?
    ) async throws(RightsFailure) -> Bool {
        let began = uptime()
        guard try await append(changes, on: before.revision, owing: debt) else { return false }
        take(after, seen: began)
        return true
    }

    /// Appends; after a doubtful write it looks, and appends again what certainly is not there.
    private func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?
    ) async throws(RightsFailure) -> Bool {
        for _ in 0..<Self.mostTurns {
            do throws(RightsStorageFailure) {
                return try await storage.append(changes, on: revision, owing: debt)
            } catch .outcomeUnknown {
                let found = try await Self.asked { () async throws(RightsStorageFailure) in
                    try await storage.changes(after: revision)
                }
                if found.starts(with: changes) { return true }
                guard found.isEmpty else { return false }
            } catch {
                throw .storage(error)
            }
        }
        throw .storage(.unavailable)
    }

    private func newRecord() throws(RightsFailure) -> StepRecord {
        guard let record = try? StepRecord(parsing: log.newConsult().uuid.text) else {
            throw .damaged
        }
        return record
    }

    /// Puts a history into force, unless a longer one is already.
    private func take(_ history: RightsHistory, seen: ContinuousClock.Instant) {
        let today = time.today()
        guard history.revision >= known.revision else { return }
        if history.revision == known.revision && live.day == today {
            live.confirm(seen)
        } else {
            known = history
            live.replace(by: isWithheld ? RightsHistory() : history, on: today, seen: seen)
        }
    }

    private func grown(
        _ history: RightsHistory, by changes: [RightsChange]
    ) throws(RightsFailure) -> RightsHistory {
        var grown = history
        for change in changes where grown.append(change) != nil { throw .damaged }
        return grown
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

    static func asked<Value: Sendable>(
        _ work: @Sendable () async throws(RightsStorageFailure) -> Value
    ) async throws(RightsFailure) -> Value {
        do throws(RightsStorageFailure) {
            return try await work()
        } catch {
            throw .storage(error)
        }
    }
}
