import ConsultLog
import Facts
import Foundation
import LogProofs
import SQLiteStorage

/// Puts a log and the stores beside it back from a backup, after holding the log to all that is
/// known of it.
///
/// The database is moved to its place last: what is cut off before can be done again.
struct Restoration {
    private let settings: Configuration
    private let backup: BackupFolder
    /// Whether a log that is there is set aside.
    private let replaces: Bool
    /// Whether it may lack entries that were published.
    private let acceptsShorter: Bool

    init(_ settings: Configuration, from folder: String, replaces: Bool, acceptsShorter: Bool) {
        self.settings = settings
        backup = BackupFolder(folder)
        self.replaces = replaces
        self.acceptsShorter = acceptsShorter
    }

    /// Puts the log back, and says what it holds.
    func run() async throws -> String {
        let directory = try explained { () throws(DataDirectoryFailure) in
            try DataDirectory(locking: settings.storage.data)
        }
        let place = directory.path(of: "log.sqlite")
        let files = FileManager.default
        guard replaces || !files.fileExists(atPath: place) else {
            throw UsageError(
                """
                \(place) holds a log. With --replace it is set aside in \
                \(directory.path(of: "earlier")), and the backup takes its place
                """)
        }
        let manifest = try await explainedLater { () async throws(BackupFailure) in
            try await backup.manifest()
        }
        var stores = RestoredStores(
            from: backup, in: directory, rights: settings.storage.rights)
        let draft = directory.path(of: "log.restored.sqlite")
        remove(draft)
        let standing: LogStanding
        do {
            try await explainedLater { () async throws(BackupFailure) in
                try await backup.copyDatabase(to: draft, manifest)
            }
            standing = try await self.standing(of: draft, manifest, in: directory)
        } catch {
            remove(draft)
            throw error
        }
        let text = Self.text(standing, manifest)
        guard standing == .whole || acceptsShorter else {
            remove(draft)
            throw UsageError(
                "\(text) Nothing was changed; --accept-shorter puts it back all the same")
        }
        do throws(UsageError) {
            try await stores.prepare(manifest)
        } catch {
            remove(draft)
            throw error
        }
        let earlier = EarlierLog(in: directory)
        let aside =
            earlier.isThere || !stores.replaced.isEmpty
            ? try earlier.setAside(with: stores.replaced) : nil
        try await explainedLater { () async throws(BackupFailure) in
            try await backup.copyCheckpoints(to: directory.path(of: LogTree.publishedFolder))
        }
        try stores.put()
        try files.moveItem(atPath: draft, toPath: place)
        // The reader that was open last leaves an empty WAL and its index.
        remove(draft)
        sync()
        return text + stores.text + (aside.map { " What was in its place is in \($0)." } ?? "")
    }

    /// Recomputes the copy, and compares it with what was given away, as the data directory knows it
    /// and as the backup does.
    private func standing(
        of draft: String, _ manifest: BackupManifest, in directory: DataDirectory
    ) async throws -> LogStanding {
        let (storage, source) = try await explainedLater { () async throws(OpeningFailure) in
            (
                try await SQLiteConsultLogStorage.open(at: draft),
                try await SQLiteLogSource.open(database: draft)
            )
        }
        let old = await left(in: directory)
        do {
            let tree = SQLiteTreeStorage(over: storage)
            let head = try await tree.head()
            guard head.size == manifest.size, head.root == manifest.root else {
                throw UsageError("the tree in \(backup.path) is not the one of its manifest")
            }
            let log = ReturningLog(tree, head: head)
            _ = try await explainedLater { () async throws(LogVerifierFailure) in
                try await log.verify(readFrom: source)
            }
            let known = try await self.known(tree, in: directory)
            let standing = try await explainedLater { () async throws(SequencingFailure) in
                try await log.standing(
                    to: known, beside: old.map { SQLiteTreeStorage(over: $0) })
            }
            await storage.close()
            await old?.close()
            return standing
        } catch {
            await storage.close()
            await old?.close()
            if let failure = error as? UsageError {
                throw UsageError("the backup was not put back: \(failure.description)")
            }
            throw UsageError("the backup was not put back: its copy cannot be read")
        }
    }

    /// The checkpoints that were given away, with the log's signature under each.
    private func known(
        _ tree: SQLiteTreeStorage, in directory: DataDirectory
    ) async throws(UsageError) -> [KnownCheckpoint] {
        let here = try LogTree.checkpoints(tree, in: directory, settings.log)
        let there = try LogTree.checkpoints(tree, on: backup.published, settings.log)
        return try await explainedLater { () async throws(SequencingFailure) in
            try await here.recall() + there.recall()
        }
    }

    /// The log that is to be replaced; `nil` when there is none that can be opened.
    private func left(in directory: DataDirectory) async -> SQLiteConsultLogStorage? {
        let place = directory.path(of: "log.sqlite")
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        return try? await SQLiteConsultLogStorage.open(at: place)
    }

    private func remove(_ database: String) {
        for suffix in EarlierLog.parts {
            try? FileManager.default.removeItem(atPath: database + suffix)
        }
    }

    private static func text(_ standing: LogStanding, _ manifest: BackupManifest) -> String {
        switch standing {
        case .whole:
            """
            The backup of \(manifest.time.text) has \(manifest.size) entries, root \
            \(manifest.root), and everything that was published of the log is in it.
            """
        case .shorter(let size, let published, let isProven):
            """
            The backup of \(manifest.time.text) has \(size) entries, fewer than the \(published) \
            that were published. \
            \(isProven
                ? "It is proven to be the beginning of that log."
                : "Nothing here can prove that it is the beginning of that log.") \
            In its place it is read-only, until onlyonce log continue begins a new log behind it.
            """
        }
    }
}
