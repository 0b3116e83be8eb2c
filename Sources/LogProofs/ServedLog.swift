import ConsultLog
public import TransparencyLogs

/// What a running log publishes: for everybody, or for auditors.
///
/// Nothing is given that the last checkpoint for the same readers does not cover: the width of a
/// newer tile would show when the log is used.
public struct ServedLog: LogSource {
    private let storage: any TreeStorage
    private let checkpoints: CheckpointKeeper
    private let isPublic: Bool

    /// - Parameter isPublic: whether it is for everybody: without entries, and as of the last
    ///   published checkpoint.
    public init(_ storage: any TreeStorage, checkpoints: CheckpointKeeper, isPublic: Bool) {
        self.storage = storage
        self.checkpoints = checkpoints
        self.isPublic = isPublic
    }

    public func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        guard let signed = await checkpoints.shown(isPublic ? .published : .auditors) else {
            return nil
        }
        let shape = TreeShape(size: signed.unverified.size)
        switch resource {
        case .checkpoint: return signed.bytes
        case .tile(let tile):
            guard tile.width <= shape.width(level: tile.level, index: tile.index) else {
                return nil
            }
            return try await bytes(of: tile)
        case .entries(let bundle):
            guard !isPublic, bundle.width <= shape.width(level: 0, index: bundle.index) else {
                return nil
            }
            return try await bytes(of: bundle)
        }
    }

    private func bytes(of tile: TileCoordinate) async throws(LogSourceFailure) -> [UInt8] {
        let found: [[UInt8]?]
        do throws(StorageFailure) {
            found = try await storage.tiles([tile])
        } catch {
            throw LogSourceFailure(error)
        }
        guard let bytes = found.first ?? nil else { throw .unreadable }
        return bytes
    }

    /// Entries that were retired stand there with no bytes; their leaves are in the tiles.
    private func bytes(of bundle: EntryBundleCoordinate) async throws(LogSourceFailure) -> [UInt8] {
        let entries: [SequencedEntry]
        do throws(StorageFailure) {
            entries = try await storage.entries(from: bundle.firstEntry, limit: bundle.width)
        } catch {
            throw LogSourceFailure(error)
        }
        let end = bundle.firstEntry + UInt64(bundle.width)
        guard entries.map(\.index).elementsEqual(bundle.firstEntry..<end),
            let content = try? EntryBundle(entries.map { $0.bytes ?? [] })
        else { throw .unreadable }
        return content.bytes
    }
}

extension LogSourceFailure {
    fileprivate init(_ failure: StorageFailure) {
        self = failure == .unreadable ? .unreadable : .unreachable
    }
}
