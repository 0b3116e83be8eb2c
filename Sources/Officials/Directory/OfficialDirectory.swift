import AccessRights
public import ConsultLog
public import Facts
import Synchronization

/// The directory of officials: who is known, who has left, who acts in which role.
///
/// Every change is durable in the consult log before it is made. What another process on the same
/// storage changes is known within ``reach``: whoever asks later than that looks first.
public actor OfficialDirectory {
    /// After how long the storage is looked at again; an answer rests on nothing older.
    public static let reach = Duration.milliseconds(500)

    let key: DirectoryKey
    let now: @Sendable () -> Timestamp
    let random: any RandomSource
    private let storage: any OfficialsStorage
    private let log: ConsultLog
    private let clock: @Sendable () -> ContinuousClock.Instant
    private struct Known: Sendable {
        var snapshot = DirectorySnapshot()
        /// When it was read last.
        var read: ContinuousClock.Instant?
    }
    /// Read by every caller in parallel, outside the actor.
    private nonisolated let known = Mutex(Known())
    private var reading: Task<Result<Void, OfficialsFailure>, Never>?

    /// - Parameter clock: tells how old what was read is.
    public init(
        _ storage: any OfficialsStorage, key: DirectoryKey, log: ConsultLog,
        random: any RandomSource = SystemRandom(), now: @escaping @Sendable () -> Timestamp,
        clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.storage = storage
        self.key = key
        self.log = log
        self.random = random
        self.now = now
        self.clock = clock
    }

    /// Where somebody of this name stands now.
    ///
    /// - Throws: ``OfficialsFailure/unreadable`` when what is known is too old and cannot be read.
    public nonisolated func standing(
        of name: OfficialID
    ) async throws(OfficialsFailure) -> OfficialStanding {
        let code = key.code(of: name)
        let now = now()
        return try await current { $0.standing(code, at: now) }
    }

    /// The official with this name of the directory's own; `nil` when there is none.
    public nonisolated func official(
        _ id: DirectoryID
    ) async throws(OfficialsFailure) -> Official? {
        guard let sealed = try await current({ $0.officials[id] }), !sealed.isRemoved else {
            return nil
        }
        return try key.open(sealed)
    }

    /// The official whom tokens name so.
    public nonisolated func official(
        named name: OfficialID
    ) async throws(OfficialsFailure) -> Official? {
        let code = key.code(of: name)
        guard let sealed = try await current({ $0.official(code) }), !sealed.isRemoved else {
            return nil
        }
        return try key.open(sealed)
    }

    /// The delegations that count now and that somebody gave or was given, the earliest first.
    public nonisolated func delegations(
        of id: DirectoryID
    ) async throws(OfficialsFailure) -> [Delegation] {
        let now = now()
        let sealed = try await current { snapshot in
            snapshot.delegations.values.filter {
                ($0.from == id || $0.to == id) && snapshot.isLive($0, at: now)
            }
        }
        var delegations: [Delegation] = []
        for one in sealed.sorted(by: { $0.id < $1.id }) { delegations.append(try key.open(one)) }
        return delegations
    }

    /// One delegation, whether it still counts or not.
    func delegation(_ id: DelegationID) async throws(OfficialsFailure) -> Delegation? {
        guard let sealed = try await current({ $0.delegations[id] }) else { return nil }
        return try key.open(sealed)
    }

    /// Ends all use.
    public func close() async { await storage.close() }

    // MARK: for the orders

    /// What is known, after a look when the last one was too long ago.
    nonisolated func current<Value: Sendable>(
        _ read: @Sendable (DirectorySnapshot) -> Value
    ) async throws(OfficialsFailure) -> Value {
        let isFresh = known.withLock { known in
            known.read.map { $0.duration(to: clock()) < Self.reach } ?? false
        }
        if !isFresh { try await look().get() }
        return known.withLock { read($0.snapshot) }
    }

    /// Reads what changed. Whoever comes meanwhile waits for the same reading: it began after the
    /// last one was too old.
    @discardableResult
    func look() async -> Result<Void, OfficialsFailure> {
        if let reading { return await reading.value }
        // It outlives the caller that started it: others wait for the same answer.
        let task = Task { await read() }
        reading = task
        return await task.value
    }

    private func read() async -> Result<Void, OfficialsFailure> {
        defer { reading = nil }
        let began = clock()
        let revision = known.withLock { $0.snapshot.revision }
        do throws(OfficialsFailure) {
            let changes = try await storage.changes(after: revision)
            known.withLock { known in
                known.snapshot.take(changes)
                known.read = began
            }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Records and then makes a change; what is known holds it when this returns.
    func keep(
        _ official: SealedOfficial, recording drafts: [EntryDraft]
    ) async throws(DirectoryRefusal) -> Int64 {
        try await record(drafts)
        return try await kept { () async throws(OfficialsFailure) in
            try await storage.write(official)
        }
    }

    func keep(
        _ delegation: SealedDelegation, recording drafts: [EntryDraft]
    ) async throws(DirectoryRefusal) -> Int64 {
        try await record(drafts)
        return try await kept { () async throws(OfficialsFailure) in
            try await storage.write(delegation)
        }
    }

    private func record(_ drafts: [EntryDraft]) async throws(DirectoryRefusal) {
        do throws(LogFailure) {
            _ = try await log.append(drafts)
        } catch {
            throw .notLogged(error)
        }
    }

    private func kept(
        _ write: () async throws(OfficialsFailure) -> Int64?
    ) async throws(DirectoryRefusal) -> Int64 {
        let revision: Int64?
        do throws(OfficialsFailure) {
            revision = try await write()
            // A reading that is under way may have begun before the write.
            if let reading { _ = await reading.value }
            try await look().get()
        } catch {
            known.withLock { $0.read = nil }
            throw .failed(error)
        }
        guard let revision else { throw .changedMeanwhile }
        return revision
    }

    nonisolated func newConsult() -> ConsultID { log.newConsult() }

    nonisolated func newID() -> UUIDv7 {
        let bytes = random.bytes(16)
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
            bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        return UUIDv7(at: now(), random: (word(bytes[..<8]), word(bytes[8...])))
    }
}
