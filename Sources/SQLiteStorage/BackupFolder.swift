import ConsultLog
public import Facts
import Foundation
import GRDB
import TransparencyLogs

/// A folder with a copy of a log: its database, the checkpoints that were given away of it, and a
/// manifest. The keys are not in it.
public struct BackupFolder: Sendable {
    public let path: String
    private let queue = BlockingQueue("onlyonce.backup")

    public init(_ path: String) { self.path = path }

    /// Where the copies of the checkpoints are.
    public var published: String { path + "/published" }
    var database: String { path + "/log.sqlite" }

    /// Copies the log of a data directory, as it is at one moment, while a gateway goes on with it.
    /// Durable when it returns; when it fails, what was written is removed again.
    ///
    /// - Parameter pagesPerStep: how many pages are copied between two looks at whether to go on.
    public func write(
        from data: String, at time: Timestamp, pagesPerStep: Int32 = 1024
    ) async throws(BackupFailure) -> BackupManifest {
        try await queue.run { () throws(BackupFailure) in
            try prepare()
            do throws(BackupFailure) {
                // Before the database, so that none is of a later tree than what is copied.
                try copyCheckpoints(from: data + "/published")
                let copy = database + DurableFile.draftSuffix
                let (size, root) = try copyDatabase(
                    from: data + "/log.sqlite", to: copy, pagesPerStep)
                let sum = try FileCopy.digest(of: copy)
                try sync(copy)
                try move(copy, to: database)
                let manifest = BackupManifest(
                    size: size, root: root, time: time, length: sum.length, digest: sum.digest)
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

    /// Copies the database to a place where none is, holds the copy to the manifest, and lets
    /// SQLite look through it. Durable when it returns.
    public func copyDatabase(
        to place: String, _ manifest: BackupManifest
    ) async throws(BackupFailure) {
        try await queue.run { () throws(BackupFailure) in
            let sum = try FileCopy.copy(database, to: place)
            guard sum.length == manifest.length, sum.digest == manifest.digest else {
                throw .damaged(place: database)
            }
            guard Self.isWhole(place) else { throw .damaged(place: database) }
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

    private static func isWhole(_ file: String) -> Bool {
        guard let database = try? DatabaseQueue(path: file) else { return false }
        let found = try? database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
        try? database.close()
        return found == "ok"
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

    /// Copies what was committed when it begins. Within one transaction, so that commits do not make
    /// it begin again; nothing but the reset of the WAL waits for it.
    private func copyDatabase(
        from source: String, to copy: String, _ pagesPerStep: Int32
    ) throws(BackupFailure) -> (size: UInt64, root: TreeHash) {
        guard FileManager.default.fileExists(atPath: source) else {
            throw .unreadable(place: source)
        }
        do {
            // Closed to others from its first byte on.
            try DurableFile.create([], at: copy)
            var configuration = Configuration()
            configuration.label = "onlyonce.backup"
            configuration.busyMode = .timeout(5)
            let target = try DatabaseQueue(path: copy, configuration: configuration)
            configuration.readonly = true
            let log = try DatabaseQueue(path: source, configuration: configuration)
            let head = try log.read { log in
                let row = try Row.fetchOne(log, sql: "SELECT size, root FROM tree")
                try target.inDatabase { try log.backup(to: $0, pagesPerStep: pagesPerStep) }
                return row
            }
            try log.close()
            try target.close()
            guard let head, let root = TreeHash(bytes: head["root"] as Data) else {
                throw BackupFailure.damaged(place: source)
            }
            return (UInt64(clamping: head["size"] as Int64), root)
        } catch let failure as BackupFailure {
            throw failure
        } catch let reason as NotWritten {
            throw .notWritten(place: copy, reason)
        } catch {
            guard case .notWritten(let reason) = StorageFailure(writing: error) else {
                throw .unreadable(place: source)
            }
            throw .notWritten(place: copy, reason)
        }
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
        let copy = database + DurableFile.draftSuffix
        let files = [path + "/" + BackupManifest.name, database, copy, copy + "-journal"]
        for place in files + [copy + "-wal", copy + "-shm", published] {
            try? FileManager.default.removeItem(atPath: place)
        }
    }
}
