import ConsultLog
import TransparencyLogs

/// Writes a log into a folder as C2SP tlog-tiles lays it out: only what the folder does not have
/// yet, and the checkpoint last, so that it never refers to what is not there. Behind it goes what it
/// refers to no more: partial tiles and bundles that became wider.
///
/// Entries that were retired stand in their bundle with no bytes; their leaves are in the tiles.
public struct LogExport: Sendable {
    /// What was written.
    public struct Written: Hashable, Sendable {
        /// The size of the log in the folder now.
        public let size: UInt64
        public let tiles: Int
        public let bundles: Int
    }

    private let storage: any TreeStorage
    private let keeper: CheckpointKeeper
    private let isPublic: Bool

    /// - Parameter isPublic: whether it is for everybody: without entries, and as of the last
    ///   published checkpoint.
    public init(_ storage: any TreeStorage, checkpoints: CheckpointKeeper, isPublic: Bool) {
        self.storage = storage
        keeper = checkpoints
        self.isPublic = isPublic
    }

    /// Brings the folder up to the last checkpoint.
    ///
    /// - Throws: ``LogExportFailure``; what the folder had is still whole then.
    public func write(to folder: any LogFolder) async throws(LogExportFailure) -> Written {
        guard let signed = await keeper.shown(isPublic ? .published : .auditors) else {
            throw .noCheckpoint
        }
        let size = signed.unverified.size
        let tree = StoredTree(storage, size: size)
        guard try await root(of: tree, at: size) == signed.unverified.root else {
            throw .damaged(size: size)
        }
        let old = try await oldSize(in: folder, tree)
        if isPublic, try await contains("tile/entries", in: folder) { throw .holdsEntries }
        let shape = TreeShape(size: size)
        let tiles = try await write(Array(shape.tiles(grownFrom: old)), of: size, to: folder)
        var bundles = 0
        if !isPublic {
            for bundle in shape.entryBundles(grownFrom: try await bundledSize(in: folder, old)) {
                try await put([try await file(bundle, size: size)], to: folder)
                bundles += 1
            }
        }
        do throws(ShelfFailure) {
            try await folder.conclude(
                with: PublishedFile(path: LogResource.checkpoint.path, bytes: signed.bytes))
        } catch {
            throw .folder(error)
        }
        try await removeNarrower(than: shape, in: folder, since: TreeShape(size: old))
        return Written(size: size, tiles: tiles, bundles: bundles)
    }

    /// Removes the partial tiles and bundles that wider ones have followed: the checkpoint refers to
    /// them no more. Whoever reads by the one before it begins again.
    private func removeNarrower(
        than shape: TreeShape, in folder: any LogFolder, since old: TreeShape
    ) async throws(LogExportFailure) {
        for level in 0..<old.levels {
            let index = old.hashes(onLevel: level) >> 8
            let width = shape.width(level: level, index: index)
            guard let tile = old.tile(level: level, index: index), tile.width < 256,
                width > tile.width
            else { continue }
            var paths = [tile.path]
            if level == 0 {
                paths.append(EntryBundleCoordinate(index: index, width: tile.width).path)
            }
            for path in paths {
                let place = path.split(separator: "/").dropLast().joined(separator: "/")
                do throws(ShelfFailure) {
                    try await folder.prune(place, keeping: width < 256 ? String(width) : nil)
                } catch {
                    throw .folder(error)
                }
            }
        }
    }

    /// The size of the log that the folder holds, once it is known to be how this one began.
    private func oldSize(
        in folder: any LogFolder, _ tree: StoredTree
    ) async throws(LogExportFailure) -> UInt64 {
        guard let bytes = try await bytes(LogResource.checkpoint.path, in: folder) else {
            return 0
        }
        let old: Checkpoint
        do throws(CheckpointFailure) {
            old = try SignedCheckpoint(parsing: bytes).verify(
                origin: keeper.origin, keys: [keeper.verifier])
        } catch {
            throw .otherLog(error)
        }
        guard old.size <= tree.size else { throw .larger(folder: old.size, log: tree.size) }
        guard try await root(of: tree, at: old.size) == old.root else {
            throw .forked(at: old.size)
        }
        return old.size
    }

    /// The size up to which the folder has the entries: all of them or none, because bundles are
    /// written from the left and the last one of a size is written last.
    private func bundledSize(
        in folder: any LogFolder, _ size: UInt64
    ) async throws(LogExportFailure) -> UInt64 {
        guard size > 0 else { return 0 }
        let width = TreeShape(size: size).width(level: 0, index: (size - 1) >> 8)
        let last = EntryBundleCoordinate(index: (size - 1) >> 8, width: width)
        return try await contains(last.path, in: folder) ? size : 0
    }

    private func contains(
        _ path: String, in folder: any LogFolder
    ) async throws(LogExportFailure) -> Bool {
        do throws(ShelfFailure) {
            return try await folder.contains(path)
        } catch {
            throw .folder(error)
        }
    }

    private func write(
        _ tiles: [TileCoordinate], of size: UInt64, to folder: any LogFolder
    ) async throws(LogExportFailure) -> Int {
        var rest = tiles[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(64))
            rest = rest.dropFirst(64)
            let stored: [[UInt8]?]
            do throws(StorageFailure) {
                stored = try await storage.tiles(some)
            } catch {
                throw .storage(error)
            }
            var files: [PublishedFile] = []
            for (tile, bytes) in zip(some, stored) {
                guard let bytes else { throw .damaged(size: size) }
                files.append(PublishedFile(path: tile.path, bytes: bytes))
            }
            try await put(files, to: folder)
        }
        return tiles.count
    }

    private func file(
        _ bundle: EntryBundleCoordinate, size: UInt64
    ) async throws(LogExportFailure) -> PublishedFile {
        let entries: [SequencedEntry]
        do throws(StorageFailure) {
            entries = try await storage.entries(from: bundle.firstEntry, limit: bundle.width)
        } catch {
            throw .storage(error)
        }
        let end = bundle.firstEntry + UInt64(bundle.width)
        guard entries.map(\.index).elementsEqual(bundle.firstEntry..<end),
            let content = try? EntryBundle(entries.map { $0.bytes ?? [] })
        else { throw .damaged(size: size) }
        return PublishedFile(path: bundle.path, bytes: content.bytes)
    }

    private func root(
        of tree: StoredTree, at size: UInt64
    ) async throws(LogExportFailure) -> TreeHash {
        do throws(SequencingFailure) {
            return try await tree.root(at: size)
        } catch .storage(let failure) {
            throw .storage(failure)
        } catch {
            throw .damaged(size: size)
        }
    }

    private func bytes(
        _ path: String, in folder: any LogFolder
    ) async throws(LogExportFailure) -> [UInt8]? {
        do throws(ShelfFailure) {
            return try await folder.bytes(at: path)
        } catch {
            throw .folder(error)
        }
    }

    private func put(
        _ files: [PublishedFile], to folder: any LogFolder
    ) async throws(LogExportFailure) {
        do throws(ShelfFailure) {
            try await folder.put(files)
        } catch {
            throw .folder(error)
        }
    }
}
