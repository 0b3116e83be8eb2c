import ConsultLog
public import TransparencyLogs

/// The tree of a log as it was at a size, read from its stored tiles.
///
/// What it gives was not verified; a proof counts once it is verified against a signed root.
public struct StoredTree: Sendable {
    /// The size of the tree.
    public let size: UInt64
    private let storage: any TreeStorage

    /// - Parameter size: at most that of the stored tree.
    public init(_ storage: any TreeStorage, size: UInt64) {
        self.storage = storage
        self.size = size
    }

    /// The root of the tree as it was at a size.
    public func root(at size: UInt64) async throws(SequencingFailure) -> TreeHash {
        try await read { reader throws(Failure) in try reader.root(at: size) }
    }

    /// Proves that an entry is in the tree.
    public func inclusionProof(
        of index: UInt64
    ) async throws(SequencingFailure) -> InclusionProof {
        try await read { reader throws(Failure) in
            try reader.inclusionProof(of: index, at: reader.size)
        }
    }

    /// Proves that the tree only grew from what it was at an older size.
    public func consistencyProof(
        from old: UInt64
    ) async throws(SequencingFailure) -> ConsistencyProof {
        try await read { reader throws(Failure) in
            try reader.consistencyProof(from: old, to: reader.size)
        }
    }

    /// The builder that goes on with the tree.
    func builder(root: TreeHash) async throws(SequencingFailure) -> TreeBuilder {
        try await collecting { tiles throws(Failure) in
            try TreeBuilder(resumingAt: size, root: root, from: tiles)
        }
    }

    private typealias Failure = TreeReadFailure<MissingTile>

    private func read<Value>(
        _ work: (TreeReader<CollectedTiles>) throws(Failure) -> Value
    ) async throws(SequencingFailure) -> Value {
        try await collecting { tiles throws(Failure) in
            try work(TreeReader(tiles, size: size))
        }
    }

    /// Repeats what reads tiles until it has all that it needs: at most two per tile level.
    private func collecting<Value>(
        _ work: (CollectedTiles) throws(Failure) -> Value
    ) async throws(SequencingFailure) -> Value {
        var tiles = CollectedTiles()
        while true {
            let missing: TileCoordinate
            do throws(Failure) {
                return try work(tiles)
            } catch .source(_, let coordinate) {
                missing = coordinate
            } catch {
                throw .damagedTree(size: size)
            }
            let found: [[UInt8]?]
            do throws(StorageFailure) {
                found = try await storage.tiles([missing])
            } catch {
                throw .storage(error)
            }
            guard let bytes = found.first ?? nil else { throw .damagedTree(size: size) }
            tiles.insert(bytes, at: missing)
        }
    }
}
