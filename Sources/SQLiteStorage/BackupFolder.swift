import ConsultLog
public import Facts
import Foundation
import GRDB
import TransparencyLogs

/// A folder with copies of a log and of the stores beside it: their databases, the checkpoints that
/// were given away of the log, and a manifest. The keys are not in it.
public struct BackupFolder: Sendable {
    public let path: String
    private let queue = BlockingQueue("onlyonce.backup")

    public init(_ path: String) { self.path = path }

    /// Where the copies of the checkpoints are.
    public var published: String { path + "/published" }
    var database: String { path + "/log.sqlite" }

    /// Copies the log of a data directory and the stores beside it, as they are at one moment, while
    /// a gateway goes on with them. Durable when it returns; when it fails, what was written is
    /// removed again.
    ///
    /// - Parameters:
    ///   - rights: where the database of the authorisations is, when not in the data directory.
    ///   - pagesPerStep: how many pages are copied between two looks at whether to go on.
    public func write(
        from data: String, rights: String? = nil, at time: Timestamp, pagesPerStep: Int32 = 1024
    ) async throws(BackupFailure) -> BackupManifest {
        let places = BackupStore.allCases.map { store in
            (store, (store == .rights ? rights : nil) ?? "\(data)/\(store.file)")
        }
        return try await queue.run { () throws(BackupFailure) in
            try prepare()
            do throws(BackupFailure) {
                // Before the database, so that none is of a later tree than what is copied.
                try copyCheckpoints(from: data + "/published")
                let snapshot = try BackupSnapshot(log: data + "/log.sqlite", places)
                defer { snapshot.close() }
                let (size, root) = try head(of: snapshot.log)
                var stores: [BackupCopy] = []
                for (store, held) in snapshot.stores {
                    let sum = try copy(held, to: "\(path)/\(store.file)", pagesPerStep)
                    stores.append(BackupCopy(store: store, length: sum.length, digest: sum.digest))
                }
                let sum = try copy(snapshot.log, to: database, pagesPerStep)
                let manifest = BackupManifest(
                    size: size, root: root, time: time, length: sum.length, digest: sum.digest,
                    stores: stores)
                try put(manifest)
                return manifest
            } catch {
                remove()
                throw error
            }
        }
    }

    /// What it holds.
    ///
    /// - Throws: ``BackupFailure/noBackup(folder:)`` or ``BackupFailure/damaged(place:)``.
    public func manifest() async throws(BackupFailure) -> BackupManifest {
        try await queue.run { () throws(BackupFailure) in
            let place = path + "/" + BackupManifest.name
            let bytes: [UInt8]?
            do throws(StorageFailure) {
                bytes = try SmallFile.read(place)
            } catch {
                throw .unreadable(place: place)
            }
            guard let bytes else { throw .noBackup(folder: path) }
            guard let manifest = BackupManifest(parsing: bytes) else {
                throw .damaged(place: place)
            }
            return manifest
        }
    }

    /// Copies the database of the log to a place where none is, holds the copy to the manifest, and
    /// lets SQLite look through it. Durable when it returns.
    public func copyDatabase(
        to place: String, _ manifest: BackupManifest
    ) async throws(BackupFailure) {
        try await copy(database, to: place, manifest.length, manifest.digest)
    }

    /// Copies one of the stores to a place where none is, in the same way.
    public func copyStore(_ copy: BackupCopy, to place: String) async throws(BackupFailure) {
        try await self.copy("\(path)/\(copy.store.file)", to: place, copy.length, copy.digest)
    }

    private func copy(
        _ file: String, to place: String, _ length: Int64, _ digest: String
    ) async throws(BackupFailure) {
        try await queue.run { () throws(BackupFailure) in
            let sum = try FileCopy.copy(file, to: place)
            guard sum.length == length, sum.digest == digest, Self.isWhole(place) else {
                throw .damaged(place: file)
            }
        }
    }

    /// Copies those checkpoints to another folder that has none of that name.
    public func copyCheckpoints(to folder: String) async throws(BackupFailure) {
        try await queue.run { () throws(BackupFailure) in
            do throws(FolderFailure) {
                try PrivateFolder.makeMissing(folder)
            } catch {
                throw .notUsable(folder: folder, error)
            }
            try CheckpointFiles.copyMissing(from: published, to: folder)
        }
    }

    /// Whether there is a database, and SQLite finds nothing wrong with it.
    private static func isWhole(_ file: String) -> Bool {
        guard FileManager.default.fileExists(atPath: file),
            let database = try? DatabaseQueue(path: file)
        else { return false }
        let found = try? database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
        try? database.close()
        return found == "ok"
    }

    /// How far the database of a store came, see ``BackupStore``; `nil` when there is none that can be
    /// used.
    public static func progress(of store: BackupStore, at file: String) async -> Int64? {
        await BlockingQueue("onlyonce.backup").run {
            guard isWhole(file), let database = try? DatabaseQueue(path: file) else { return nil }
            defer { try? database.close() }
            return try? database.read { try Int64.fetchOne($0, sql: store.progress) }
        }
    }

    private func prepare() throws(BackupFailure) {
        do throws(FolderFailure) {
            try PrivateFolder.makeMissing(path)
        } catch {
            throw .notUsable(folder: path, error)
        }
        guard let content = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .notUsable(folder: path, .notAFolder)
        }
        guard content.isEmpty else { throw .notEmpty(folder: path) }
        do throws(FolderFailure) {
            try PrivateFolder.ensure(path)
        } catch {
            throw .notUsable(folder: path, error)
        }
    }

    private func copyCheckpoints(from folder: String) throws(BackupFailure) {
        do throws(FolderFailure) {
            try PrivateFolder.makeMissing(published)
        } catch {
            throw .notUsable(folder: published, error)
        }
        try CheckpointFiles.copyMissing(from: folder, to: published)
    }

    private func head(of log: HeldDatabase) throws(BackupFailure) -> (size: UInt64, root: TreeHash)
    {
        let row = try log.read { try Row.fetchOne($0, sql: "SELECT size, root FROM tree") }
        guard let row, let root = TreeHash(bytes: row["root"] as Data) else {
            throw .damaged(place: log.path)
        }
        return (UInt64(clamping: row["size"] as Int64), root)
    }

    private func copy(
        _ held: HeldDatabase, to place: String, _ pagesPerStep: Int32
    ) throws(BackupFailure) -> (length: Int64, digest: String) {
        let draft = place + DurableFile.draftSuffix
        try held.copy(to: draft, pagesPerStep)
        let sum = try FileCopy.digest(of: draft)
        try sync(draft)
        try move(draft, to: place)
        return sum
    }

    private func sync(_ file: String) throws(BackupFailure) {
        let opened = unsafe open(file, O_RDWR | O_CLOEXEC)
        guard opened >= 0 else { throw .notWritten(place: file, DurableFile.reason()) }
        defer { close(opened) }
        guard fsync(opened) == 0 else { throw .notWritten(place: file, DurableFile.reason()) }
    }

    private func move(_ draft: String, to place: String) throws(BackupFailure) {
        do throws(NotWritten) {
            try DurableFile.replace(place, with: draft)
        } catch {
            throw .notWritten(place: place, error)
        }
    }

    private func put(_ manifest: BackupManifest) throws(BackupFailure) {
        let place = path + "/" + BackupManifest.name
        guard let bytes = manifest.bytes else { throw .notWritten(place: place, .failed) }
        do throws(NotWritten) {
            try DurableFile.write(bytes, to: place)
        } catch {
            throw .notWritten(place: place, error)
        }
    }

    /// Removes what a backup writes, the manifest first.
    private func remove() {
        var files = [path + "/" + BackupManifest.name]
        for place in [database] + BackupStore.allCases.map({ "\(path)/\($0.file)" }) {
            let copy = place + DurableFile.draftSuffix
            files += [place, copy, copy + "-journal", copy + "-wal", copy + "-shm"]
        }
        for place in files + [published] { try? FileManager.default.removeItem(atPath: place) }
    }
}
