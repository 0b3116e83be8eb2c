import TransparencyLogs

/// Reads what a log publishes and holds it to the form that each resource has.
struct LogResources: Sendable {
    let source: any LogSource

    /// The bytes of a resource that the log must have.
    func bytes(of resource: LogResource) async throws(LogVerifierFailure) -> [UInt8] {
        guard let bytes = try await bytesIfAny(of: resource) else {
            throw .deviation(.missing(resource))
        }
        return bytes
    }

    /// The bytes of a resource; `nil` when the log does not publish it.
    func bytesIfAny(of resource: LogResource) async throws(LogVerifierFailure) -> [UInt8]? {
        do throws(LogSourceFailure) {
            return try await source.bytes(of: resource)
        } catch {
            throw .source(error, resource)
        }
    }

    func checkpoint() async throws(LogVerifierFailure) -> SignedCheckpoint {
        let bytes = try await bytes(of: .checkpoint)
        do throws(CheckpointFailure) {
            return try SignedCheckpoint(parsing: bytes)
        } catch {
            throw .deviation(.checkpoint(error))
        }
    }

    /// The hashes of a tile.
    func tile(
        _ coordinate: TileCoordinate
    ) async throws(LogVerifierFailure) -> [TreeHash] {
        let full = TileCoordinate(level: coordinate.level, index: coordinate.index)
        if let bytes = try await bytesIfAny(of: .tile(coordinate)) {
            return try Self.hashes(bytes, of: coordinate)
        }
        // A partial tile may go once the full one is there.
        guard !coordinate.isFull, let bytes = try await bytesIfAny(of: .tile(full)) else {
            throw .deviation(.missing(.tile(coordinate)))
        }
        return Array(try Self.hashes(bytes, of: full).prefix(coordinate.width))
    }

    /// The entries of a bundle, and more when a full one stands in its place.
    func entries(
        _ coordinate: EntryBundleCoordinate
    ) async throws(LogVerifierFailure) -> EntryBundle {
        let full = EntryBundleCoordinate(index: coordinate.index)
        if let bytes = try await bytesIfAny(of: .entries(coordinate)) {
            return try Self.bundle(bytes, of: coordinate)
        }
        guard !coordinate.isFull, let bytes = try await bytesIfAny(of: .entries(full)) else {
            throw .deviation(.missing(.entries(coordinate)))
        }
        return try Self.bundle(bytes, of: full)
    }

    /// Whether the log publishes entries at all: the first bundle, or the last.
    func publishesEntries(_ shape: TreeShape) async throws(LogVerifierFailure) -> Bool {
        guard shape.size > 0 else { return true }
        for index in Set([0, (shape.size - 1) >> 8]) {
            let width = shape.width(level: 0, index: index)
            for width in Set([width, TileCoordinate.fullWidth]) {
                let bundle = EntryBundleCoordinate(index: index, width: width)
                if try await bytesIfAny(of: .entries(bundle)) != nil { return true }
            }
        }
        return false
    }

    private static func hashes(
        _ bytes: [UInt8], of coordinate: TileCoordinate
    ) throws(LogVerifierFailure) -> [TreeHash] {
        guard let tile = Tile(coordinate: coordinate, bytes: bytes) else {
            throw .deviation(.tileLength(coordinate))
        }
        return tile.hashes
    }

    private static func bundle(
        _ bytes: [UInt8], of coordinate: EntryBundleCoordinate
    ) throws(LogVerifierFailure) -> EntryBundle {
        do throws(EntryBundleFailure) {
            return try EntryBundle(parsing: bytes, width: coordinate.width)
        } catch {
            throw .deviation(.bundle(coordinate, error))
        }
    }
}
