import ConsultLog
public import Facts
import Synchronization
public import TransparencyLogs

/// Keeps the tree of a log up with its entries: sequences them, signs checkpoints, publishes some.
public actor TreeKeeper {
    /// How and when it works.
    public struct Settings: Sendable {
        /// How often the public gets a checkpoint.
        public let publicInterval: Duration
        /// The time between two turns: what arrives meanwhile shares one transaction and one
        /// signature. Auditors see an entry that much later, and must within a second.
        public let pace: Duration
        /// A turn comes by itself after so long, also when nobody asks for one.
        public let rest: Duration
        /// How long a checkpoint for the public waits for the quorum of its witnesses at most; zero
        /// where there are none.
        public let patience: Duration

        public init(
            publicInterval: Duration = .seconds(3600), pace: Duration = .milliseconds(500),
            rest: Duration = .seconds(1), patience: Duration = .zero
        ) {
            self.publicInterval = publicInterval
            self.pace = pace
            self.rest = rest
            self.patience = patience
        }
    }

    public nonisolated let sequencer: Sequencer
    public nonisolated let checkpoints: CheckpointKeeper
    private let storage: any TreeStorage
    private nonisolated let settings: Settings
    private let observer: any TreeObserver
    private let now: @Sendable () -> Timestamp
    private let onFailedSync: @Sendable () -> Void
    private var schedule: PublicationSchedule
    /// Since when a checkpoint waits for its witnesses.
    private var waitsSince: Timestamp?
    private var failure: SequencingFailure?
    private nonisolated let readOnly = Mutex(false)
    private nonisolated let turns = Turns()
    private nonisolated let calls: AsyncStream<Void>
    private nonisolated let bell: AsyncStream<Void>.Continuation

    /// Reads back what an earlier run gave away, holds the tree to it, and takes the log.
    ///
    /// - Parameter onFailedSync: called when the operating system could not make a write durable. It
    ///   must end the process.
    /// - Throws: ``SequencingFailure``; the log must then be read-only if it ``SequencingFailure/isFinal``.
    public init(
        _ storage: any TreeStorage, checkpoints: CheckpointKeeper, settings: Settings = Settings(),
        observer: any TreeObserver, now: @escaping @Sendable () -> Timestamp,
        onFailedSync: @escaping @Sendable () -> Void
    ) async throws(SequencingFailure) {
        let known = try await checkpoints.recall()
        sequencer = try await Sequencer(storage, after: known)
        self.checkpoints = checkpoints
        self.storage = storage
        self.settings = settings
        self.observer = observer
        self.now = now
        self.onFailedSync = onFailedSync
        schedule = PublicationSchedule(every: settings.publicInterval)
        (calls, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Says that there are new entries. It returns at once.
    public nonisolated func wake() { bell.yield() }

    /// What the last turn failed with; `nil` when it went well.
    public var lastFailure: SequencingFailure? { failure }

    /// Whether the log turned out not to be what it was: nothing may be appended any more.
    public nonisolated var isReadOnly: Bool { readOnly.withLock { $0 } }

    /// Works until the task is cancelled, or until only an operator can help.
    ///
    /// - Parameter sleep: waits, and throws when the task is cancelled.
    public nonisolated func run(
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) async {
        let bell = bell
        let settings = settings
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                repeat { bell.yield() } while (try? await sleep(settings.rest)) != nil
            }
            tasks.addTask {
                for await _ in self.calls {
                    await self.turn()
                    if await self.lastFailure?.isFinal == true { return }
                    if (try? await sleep(settings.pace)) == nil { return }
                }
            }
            await tasks.next()
            tasks.cancelAll()
        }
    }

    /// Sequences what is there, and publishes it to everybody: the last thing before the log's
    /// storage is closed.
    public func finish() async {
        await turn(publishing: true)
        bell.finish()
    }

    /// One turn: gives every waiting entry its index, keeps a checkpoint for auditors, and publishes
    /// one when it is time.
    public func turn(publishing: Bool = false) async {
        await inTurn { await $0.take(publishing) }
    }

    /// Turns follow each other: an older head must not be signed after a newer one.
    private func inTurn(_ work: @escaping @Sendable (isolated TreeKeeper) async -> Void) async {
        await turns.take { await work(self) }
    }

    private func take(_ publishing: Bool) async {
        if failure?.isFinal == true { return }
        do throws(SequencingFailure) {
            _ = try await sequencer.catchUp()
            let head = await sequencer.head
            observer.treeIs(head.size, waiting: try await waiting())
            try await keep(head, as: .auditors)
            try await publish(head, atOnce: publishing)
            failure = nil
        } catch {
            fail(with: error)
            if error == .storage(.syncFailed) { onFailedSync() }
        }
    }

    /// Publishes when it is time: at once, or when the witnesses have cosigned what was the head
    /// then, for which it waits so long and no longer.
    private func publish(_ head: TreeHead, atOnce: Bool) async throws(SequencingFailure) {
        let present = now()
        if let began = waitsSince {
            let waited = abs(present.milliseconds - began.milliseconds)
            guard
                await checkpoints.isAwaitedCosigned || atOnce
                    || .milliseconds(waited) >= settings.patience
            else { return }
            if let published = try await checkpoints.publishAwaited() {
                observer.kept(published.unverified, as: .published, at: present)
            }
            waitsSince = nil
            schedule.published(at: present)
            guard atOnce else { return }
        }
        guard atOnce || schedule.isDue(at: present) else { return }
        if atOnce || settings.patience == .zero {
            try await keep(head, as: .published)
            schedule.published(at: present)
        } else {
            await checkpoints.awaitWitnesses()
            waitsSince = present
        }
    }

    private func fail(with error: SequencingFailure) {
        if error != failure { observer.failed(error) }
        failure = error
        if error.makesReadOnly { readOnly.withLock { $0 = true } }
    }

    private func keep(
        _ head: TreeHead, as role: CheckpointRole
    ) async throws(SequencingFailure) {
        let last = await checkpoints.last(role)
        let kept = try await checkpoints.keep(head, as: role)
        if kept != last { observer.kept(kept.unverified, as: role, at: now()) }
    }

    private func waiting() async throws(SequencingFailure) -> UInt64 {
        do throws(StorageFailure) {
            return try await storage.waiting()
        } catch {
            throw .storage(error)
        }
    }
}

extension TreeKeeper: LogArbiter {
    /// Holds what is stored of the tree to a checkpoint that a witness shows, as at a start.
    ///
    /// The checkpoint is kept among those that were given away, so that the next start finds the log
    /// read-only too, and that a new origin can name it.
    public func isRefuted(by witnessed: SignedCheckpoint) async -> Bool {
        await inTurn { await $0.weigh(witnessed) }
        return isReadOnly
    }

    private func weigh(_ witnessed: SignedCheckpoint) async {
        let signed = try? witnessed.verify(
            origin: checkpoints.origin, keys: [checkpoints.verifier])
        guard failure?.isFinal != true, let signed else { return }
        do throws(SequencingFailure) {
            let tree = StoredTree(storage, size: try await storedSize())
            try await KnownCheckpoint(signed, .witnessed).check(against: tree)
        } catch {
            guard error.makesReadOnly else { return }
            fail(with: error)
            do throws(SequencingFailure) {
                try await checkpoints.keep(refuting: witnessed)
            } catch {
                observer.failed(error)
            }
        }
    }

    /// Read from the storage, because another sequencer may have grown the tree.
    private func storedSize() async throws(SequencingFailure) -> UInt64 {
        do throws(StorageFailure) {
            return try await storage.head().size
        } catch {
            throw .storage(error)
        }
    }
}
