import AccessRights
public import ConsultLog
public import Facts
import Synchronization

/// The directory of officials: who is known, who has left, who acts in which role.
///
/// What gives somebody more is in the consult log before it takes effect: a crash between leaves an
/// entry without effect. What gives less takes effect before it is in the log, which is owed the
/// entry until it has it: nobody whom somebody said to have left is let in because the log takes
/// nothing, or is slow. One order at a time. What another process on the same storage changes is known within
/// ``reach``: whoever asks later than that looks first.
public actor OfficialDirectory {
    /// After how long the storage is looked at again; an answer rests on nothing older.
    public static let reach = Duration.milliseconds(500)

    let key: DirectoryKey
    let now: @Sendable () -> Timestamp
    let random: any RandomSource
    let storage: any OfficialsStorage
    let log: ConsultLog
    private let clock: @Sendable () -> ContinuousClock.Instant
    private struct Known: Sendable {
        var snapshot = DirectorySnapshot()
        /// When it was read last.
        var read: ContinuousClock.Instant?
    }
    /// Read by every caller in parallel, outside the actor.
    private nonisolated let known = Mutex(Known())
    private var reading: Task<Result<Void, OfficialsFailure>, Never>?
    private var turn: Task<Void, Never>?
    /// Of orders that give more: these wait for the log.
    nonisolated let givings = Turns()
    nonisolated let payments = Turns()
    /// Whether the log may be owed an entry.
    var owesEntries = true
    /// Who named people that cannot be lent anything, and when.
    var misses: [DirectoryID: [Timestamp]] = [:]

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

    /// Whether an earlier directory was lost and nobody was entered in this one since.
    public nonisolated var isLost: Bool {
        known.withLock { $0.snapshot.isRebuilt && $0.snapshot.revision == 0 }
    }

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

    /// Changes what is known, besides what is read.
    nonisolated func revise(_ change: @Sendable (inout DirectorySnapshot) -> Void) {
        known.withLock { change(&$0.snapshot) }
    }

    /// Writes records; what is known holds them when this returns.
    func kept(_ records: DirectoryWrite) async throws(DirectoryRefusal) -> Int64 {
        let revision: Int64?
        do throws(OfficialsFailure) {
            revision = try await storage.write(records)
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

    /// Carries an order out when those before it are done; a caller that is cancelled changes
    /// nothing.
    func inTurn<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Result<Value, DirectoryRefusal>
    ) async throws(DirectoryRefusal) -> Value {
        let earlier = turn
        // It outlives the caller: what was begun must be known to whoever comes next.
        let task = Task {
            await earlier?.value
            return await work()
        }
        turn = Task { _ = await task.value }
        return try await task.value.get()
    }

    static func outcome<Value: Sendable>(
        _ work: () async throws(DirectoryRefusal) -> Value
    ) async -> Result<Value, DirectoryRefusal> {
        do throws(DirectoryRefusal) {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
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
