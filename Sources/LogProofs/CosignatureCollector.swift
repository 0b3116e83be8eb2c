public import ConsultLog
public import Facts
public import TransparencyLogs

/// Collects the cosignatures of a log's witnesses until they are a quorum (C2SP tlog-policy), and
/// knows how long ago the last quorum was.
///
/// It runs beside the log: neither the sequencer nor an answer ever waits for it. A witness that is
/// slow or away does not hold up the others.
public actor CosignatureCollector {
    private let checkpoints: any LatestCheckpoint
    private let store: any CosignedCheckpointStore
    private let observer: any CosignatureObserver
    private let arbiter: (any LogArbiter)?
    private let logKeys: [VerifierKey]
    private let now: @Sendable () -> Timestamp
    private let oldest: Int64
    private var rounds: CosignatureRounds
    private var turns: [WitnessTurn]
    private var deviation: WitnessDeviation?
    private var isProven = false
    /// The newest checkpoint with a quorum, and what of it is durable.
    private var quorum: SignedCheckpoint?
    private var kept: SignedCheckpoint?
    private var isKeeping = false
    private var isStorageFailing = false
    /// When the last quorum was, or the start.
    private var since: Int64

    /// Reads what was kept last.
    ///
    /// - Parameters:
    ///   - policy: the witnesses and their quorum.
    ///   - logKeys: the log's own keys, which the policy need not name.
    ///   - arbiter: decides on what witnesses show against the log; `nil` when nothing can follow
    ///     from it, because the log is read-only anyway.
    ///   - oldest: how many seconds the last quorum may lie back; an unchanged checkpoint is
    ///     cosigned anew after half of that.
    /// - Throws: ``ConsultLog/StorageFailure/unreadable`` when what was kept is damaged, or another
    ///   log's.
    public init(
        policy: TrustPolicy, logKeys: [VerifierKey], checkpoints: any LatestCheckpoint,
        tree: any TreeGrowth, transport: any WitnessTransport, store: any CosignedCheckpointStore,
        observer: any CosignatureObserver, arbiter: (any LogArbiter)?, oldest: Int64,
        now: @escaping @Sendable () -> Timestamp
    ) async throws(StorageFailure) {
        precondition(oldest > 0)
        self.checkpoints = checkpoints
        self.store = store
        self.observer = observer
        self.arbiter = arbiter
        self.logKeys = logKeys
        self.now = now
        self.oldest = oldest
        rounds = CosignatureRounds(policy, logKeys: logKeys)
        turns = policy.witnesses.map { witness in
            WitnessTurn(
                WitnessClient(witness, transport: transport, tree: tree), name: witness.name)
        }
        since = now().milliseconds / 1000
        guard let last = try await store.lastCosigned() else { return }
        do throws(PolicyViolation) {
            let trusted = try policy.evaluate(last, besides: logKeys)
            let times = trusted.cosignatures.compactMap(\.time).map { Int64(clamping: $0) }
            since = min(since, times.min() ?? since)
            quorum = last
            kept = last
        } catch .noQuorum {
            // The policy asks for more than it did: the cosignatures are good and not enough.
        } catch {
            throw .unreadable
        }
    }

    /// How things stand.
    public var status: CosignatureStatus {
        let age = max(0, now().milliseconds / 1000 - since)
        return CosignatureStatus(
            cosigned: kept, age: age, isTooOld: age > oldest, deviation: deviation,
            isProven: isProven, isStorageFailing: isStorageFailing, witnesses: turns.map(\.standing)
        )
    }

    /// Looks for something to be cosigned again and again, until the task is cancelled.
    ///
    /// - Parameter pause: how long it waits between two looks.
    public func run(every pause: Duration, on clock: any Clock<Duration> = ContinuousClock()) async
    {
        // The questions outlive the look that began them and end with this call.
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for errand in await begin() {
                    group.addTask { await self.end(errand, with: await errand.ask()) }
                }
                observer.stands(status)
                guard (try? await clock.sleep(for: pause)) != nil else { break }
            }
            group.cancelAll()
        }
    }

    /// Asks every witness whose turn it is, once, and waits for all of them.
    public func collect() async {
        let errands = await begin()
        await withDiscardingTaskGroup { group in
            for errand in errands {
                group.addTask { await self.end(errand, with: await errand.ask()) }
            }
        }
        observer.stands(status)
    }

    /// The questions that are to be asked now.
    private func begin() async -> [CosignatureErrand] {
        guard let newest = await checkpoints.latest() else { return [] }
        let second = now().milliseconds / 1000
        // Behind a clock that jumped back the age begins anew, and is noticed one period later.
        since = min(since, second)
        var errands: [CosignatureErrand] = []
        for (index, turn) in turns.enumerated() {
            guard let client = turn.client,
                turn.isDue(for: newest.unverified, at: second, refreshing: max(1, oldest / 2))
            else { continue }
            turns[index].begin(newest.unverified, at: second)
            errands.append(
                CosignatureErrand(
                    witness: index, client: client, checkpoint: newest,
                    believed: turn.standing.size ?? 0))
        }
        if !errands.isEmpty { rounds.open(newest) }
        return errands
    }

    private func end(_ errand: CosignatureErrand, with outcome: WitnessOutcome) async {
        let before = turns[errand.witness].standing.trouble
        turns[errand.witness].end(outcome)
        let standing = turns[errand.witness].standing
        switch outcome.result {
        case .cosigned(let cosignature, _):
            if before != nil { observer.recovered(standing.name) }
            if !isProven, deviation?.witness == standing.name { deviation = nil }
            guard let merged = rounds.add(cosignature, to: errand.checkpoint) else { return }
            await reach(merged)
        case .failed(let trouble):
            guard !Task.isCancelled else { return }
            if before != trouble { observer.failed(trouble, at: standing.name) }
            await examine(trouble, of: standing.name, errand)
        }
    }

    /// Whether the witness's words contradict what the log has by now.
    private func examine(
        _ trouble: WitnessTrouble, of witness: String, _ errand: CosignatureErrand
    ) async {
        let found: WitnessDeviation
        switch trouble {
        case .ahead(let size):
            // Another process of ours may have been faster; a size that the log lacks is not so.
            let own = await checkpoints.latest()?.unverified.size ?? 0
            guard size > own else { return }
            found = .rolledBack(witness: witness, witnessed: size, own: own)
        case .otherTree(let size): found = .forked(witness: witness, size: size)
        case .noAnswer, .unknownLog, .unknownKey, .unintelligible, .status, .noProof: return
        }
        // What is proven stays so, whatever is said later.
        guard !isProven else { return }
        if deviation != found { observer.deviates(found) }
        deviation = found
        let origin = errand.checkpoint.unverified.origin
        guard let arbiter,
            let shown = await errand.client.lastCosigned(of: origin, keys: logKeys),
            await arbiter.isRefuted(by: shown)
        else { return }
        isProven = true
        deviation = found
    }

    /// Takes a checkpoint with a quorum, unless a larger one has one already, and keeps it.
    private func reach(_ merged: SignedCheckpoint) async {
        guard merged.unverified.size >= quorum?.unverified.size ?? 0 else { return }
        quorum = merged
        since = now().milliseconds / 1000
        // One writes at a time; whoever writes goes on until the newest is kept.
        guard !isKeeping else { return }
        isKeeping = true
        while let next = quorum, next != kept {
            do throws(StorageFailure) {
                try await store.keep(next)
                kept = next
                isStorageFailing = false
            } catch {
                isStorageFailing = true
                break
            }
        }
        isKeeping = false
    }
}

extension WitnessDeviation {
    fileprivate var witness: String {
        switch self {
        case .rolledBack(let witness, _, _), .forked(let witness, _): witness
        }
    }
}
