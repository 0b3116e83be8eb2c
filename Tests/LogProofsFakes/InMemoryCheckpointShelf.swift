public import LogProofs
public import TransparencyLogs

/// A shelf in memory that can be told to fail.
public actor InMemoryCheckpointShelf: CheckpointShelf {
    public private(set) var checkpoints: [CheckpointRole: SignedCheckpoint] = [:]
    private var faults: [ShelfFailure] = []
    private var damage: ShelfFailure?

    public init() {}

    /// The next puts meet these faults, one each, and keep nothing.
    public func fail(_ faults: ShelfFailure...) { self.faults.append(contentsOf: faults) }

    /// Looks fail so.
    public func setDamage(_ damage: ShelfFailure?) { self.damage = damage }

    public func last(_ role: CheckpointRole) async throws(ShelfFailure) -> SignedCheckpoint? {
        if let damage { throw damage }
        return checkpoints[role]
    }

    public func put(
        _ checkpoint: SignedCheckpoint, as role: CheckpointRole
    ) async throws(ShelfFailure) {
        if !faults.isEmpty { throw faults.removeFirst() }
        checkpoints[role] = checkpoint
    }
}
