public import ConsultLog
public import ConsultLogFakes
public import LogProofs
public import TransparencyLogs

/// A tree in memory over a log in memory, that can be told to fail and can be set back.
public actor InMemoryTreeStorage: TreeStorage {
    /// What an advance does instead of succeeding.
    public enum Fault: Hashable, Sendable {
        case notWritten(NotWritten)
        /// Fails, and nothing was kept.
        case doubtfulAndLost
        /// Fails, and everything was kept.
        case doubtfulAndKept
        case syncFailed
    }

    /// All that is kept of the tree.
    public struct State: Sendable {
        public var head = TreeHead.empty
        public var tiles: [Place: [UInt8]] = [:]
        public var checkpoints: [CheckpointRole: [SignedCheckpoint]] = [:]

        public init() {}
    }

    /// Where a tile is, however wide.
    public struct Place: Hashable, Sendable {
        public let level: Int
        public let index: UInt64
    }

    public private(set) var state: State
    /// How many entries each advance took, whatever became of it.
    public private(set) var steps: [Int] = []
    private let log: InMemoryConsultLogStorage
    private var faults: [Fault] = []
    private var persistFaults: [StorageFailure] = []
    private var isBlind = false
    private var retired: Set<UInt64> = []

    public init(over log: InMemoryConsultLogStorage, _ state: State = State()) {
        self.log = log
        self.state = state
    }

    /// The next advances meet these faults, one each.
    public func fail(_ faults: Fault...) { self.faults.append(contentsOf: faults) }

    /// The next persisting of a checkpoint fails, and nothing was kept.
    public func failToPersist(_ failure: StorageFailure) { persistFaults.append(failure) }

    /// Whether looks at the head fail.
    public func setBlind(_ isBlind: Bool) { self.isBlind = isBlind }

    /// Puts another state in the place of what is kept, such as an older one.
    public func set(_ state: State) { self.state = state }

    /// Forgets the bytes of an entry.
    public func retire(_ index: UInt64) { retired.insert(index) }

    public func head() async throws(StorageFailure) -> TreeHead {
        if isBlind { throw .unreadable }
        return state.head
    }

    public func beginSequencing() async throws(StorageFailure) -> TreeHead {
        state.head = TreeHead(
            size: state.head.size, root: state.head.root,
            epoch: SequencerEpoch(state.head.epoch.number + 1))
        return state.head
    }

    public func unsequenced(limit: Int) async throws(StorageFailure) -> [UnsequencedEntry] {
        let entries = await log.entries
        return entries.dropFirst(Int(state.head.size)).prefix(limit).map {
            UnsequencedEntry(
                ticket: SequencingTicket($0.position.number), bytes: $0.bytes)
        }
    }

    public func waiting() async throws(StorageFailure) -> UInt64 {
        let count = UInt64(await log.entries.count)
        return count - min(count, state.head.size)
    }

    public func advance(_ step: TreeAdvance) async throws(StorageFailure) -> AdvanceOutcome {
        steps.append(step.tickets.count)
        switch faults.isEmpty ? nil : faults.removeFirst() {
        case nil: return try take(step)
        case .notWritten(let reason): throw .notWritten(reason)
        case .doubtfulAndLost: throw .unknownOutcome
        case .doubtfulAndKept:
            _ = try take(step)
            throw .unknownOutcome
        case .syncFailed: throw .syncFailed
        }
    }

    public func tiles(
        _ coordinates: [TileCoordinate]
    ) async throws(StorageFailure) -> [[UInt8]?] {
        coordinates.map { tile in
            let length = tile.width * TreeHash.length
            let bytes = state.tiles[Place(level: tile.level, index: tile.index)] ?? []
            return bytes.count < length ? nil : Array(bytes.prefix(length))
        }
    }

    public func entries(
        from index: UInt64, limit: Int
    ) async throws(StorageFailure) -> [SequencedEntry] {
        let entries = await log.entries.prefix(Int(state.head.size))
        return entries.enumerated().dropFirst(Int(index)).prefix(limit).map { place, entry in
            let index = UInt64(place)
            return SequencedEntry(
                index: index, bytes: retired.contains(index) ? nil : entry.bytes)
        }
    }

    public func index(
        of id: EntryID, in consult: ConsultID
    ) async throws(StorageFailure) -> UInt64? {
        let entries = await log.entries.prefix(Int(state.head.size))
        let index = entries.firstIndex { stored in
            guard let entry = try? Entry(parsing: stored.bytes) else { return false }
            return entry.id == id && entry.consult == consult
        }
        return index.map { UInt64($0) }
    }

    public func persist(
        _ checkpoint: SignedCheckpoint, as role: CheckpointRole
    ) async throws(StorageFailure) {
        if !persistFaults.isEmpty { throw persistFaults.removeFirst() }
        state.checkpoints[role, default: []].append(checkpoint)
    }

    public func lastCheckpoint(
        _ role: CheckpointRole
    ) async throws(StorageFailure) -> SignedCheckpoint? { state.checkpoints[role]?.last }

    private func take(_ step: TreeAdvance) throws(StorageFailure) -> AdvanceOutcome {
        guard step.old == state.head else { return .superseded }
        guard step.new.size > step.old.size,
            step.tickets.map(\.number).elementsEqual(
                (Int64(step.old.size) + 1)...Int64(step.new.size))
        else { throw .notWritten(.failed) }
        for tile in step.tiles {
            let place = Place(level: tile.coordinate.level, index: tile.coordinate.index)
            state.tiles[place] = tile.bytes
        }
        state.head = step.new
        return .advanced
    }
}
