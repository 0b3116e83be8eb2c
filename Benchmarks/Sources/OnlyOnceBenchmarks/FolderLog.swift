import ConsultLog
import Foundation
import TransparencyLogs

/// A storage that only publishes: what is appended stands in the folder of a log, its tiles beside
/// it. Nothing can be read back.
actor FolderLog: ConsultLogStorage {
    private let folder: URL
    private var tree = TreeBuilder()
    private var bundle: [[UInt8]] = []
    /// The tiles that are not full yet, by level.
    private var partial: [Int: Tile] = [:]

    init(folder: String) { self.folder = URL(fileURLWithPath: folder) }

    func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        do {
            for record in batch {
                tree.append(.leaf(record.bytes))
                bundle.append(record.bytes)
                if bundle.count == TileCoordinate.fullWidth { try writeBundle() }
            }
            for tile in tree.takeTiles() {
                partial[tile.coordinate.level] = tile
                if tile.coordinate.isFull { try write(tile.coordinate.path, tile.bytes) }
            }
        } catch {
            throw .unknownOutcome
        }
    }

    /// Writes what is not full, and the checkpoint.
    func conclude(_ signer: NoteSigner) throws {
        if !bundle.isEmpty { try writeBundle() }
        for tile in partial.values { try write(tile.coordinate.path, tile.bytes) }
        let checkpoint = try Checkpoint(
            origin: LogOrigin(signer.verifier.name), size: tree.size, root: tree.root
        ).signed(by: signer)
        try write(LogResource.checkpoint.path, checkpoint.bytes)
    }

    private func writeBundle() throws {
        let place = EntryBundleCoordinate(
            index: (tree.size - 1) >> 8, width: bundle.count)
        try write(place.path, try EntryBundle(bundle).bytes)
        bundle.removeAll(keepingCapacity: true)
    }

    private func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func beginEpoch() async throws(StorageFailure) -> WriterEpoch { WriterEpoch(1) }

    func contains(_ id: EntryID, of consult: ConsultID) async throws(StorageFailure) -> Bool {
        throw .unreadable
    }

    func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] { [] }

    func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] { throw .unreadable }

    func entries(at positions: [LogPosition]) async throws(StorageFailure) -> [StoredEntry] {
        throw .unreadable
    }

    func entries(named names: [EntryName]) async throws(StorageFailure) -> [StoredEntry] {
        throw .unreadable
    }

    func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        throw .unreadable
    }

    func close() async {}
}
