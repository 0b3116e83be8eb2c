import ConsultLog
import Foundation
import LogProofs
import SQLiteStorage
import ServiceLifecycle
import TransparencyLogs

/// The tree over the consult log of a running gateway: kept up while the gateway runs, or only read
/// when the log is not what it was.
struct LogTree: Service {
    let storage: SQLiteTreeStorage
    let checkpoints: CheckpointKeeper
    /// `nil` when the log is read-only.
    private let keeper: TreeKeeper?
    /// Why it is read-only since the start.
    private let refusal: SequencingFailure?

    /// Holds the log to what was given away of it, and takes it.
    ///
    /// A log that is shorter than what was given away, or other, is served read-only: the observer
    /// is told why.
    ///
    /// - Throws: ``UsageError`` when the configuration or the storage must be mended first.
    init(
        over entries: SQLiteConsultLogStorage, in directory: DataDirectory,
        _ settings: Configuration.Log, observer: any TreeObserver, time: SystemTime
    ) async throws(UsageError) {
        let storage = SQLiteTreeStorage(over: entries)
        let checkpoints = try Self.checkpoints(storage, in: directory, settings)
        self.storage = storage
        self.checkpoints = checkpoints
        do throws(SequencingFailure) {
            keeper = try await TreeKeeper(
                storage, checkpoints: checkpoints,
                settings: TreeKeeper.Settings(
                    publicInterval: settings.publicInterval,
                    patience: settings.witnesses == nil ? .zero : Self.patience),
                observer: observer, now: { time.now() },
                // What the caches hold can no longer be trusted; recovery reads the disk anew.
                onFailedSync: { abort() })
            refusal = nil
        } catch {
            guard error.makesReadOnly else {
                throw UsageError("the log cannot be sequenced: \(error)")
            }
            observer.failed(error)
            await checkpoints.refuse()
            keeper = nil
            refusal = error
        }
    }

    /// How long the public waits for the witnesses: as long as they need to be asked a few times.
    private static let patience = Duration.seconds(30)

    /// The folder, in the data directory, of the checkpoints that were given away.
    static let publishedFolder = "published"

    static func checkpoints(
        _ storage: SQLiteTreeStorage, in directory: DataDirectory, _ settings: Configuration.Log
    ) throws(UsageError) -> CheckpointKeeper {
        try checkpoints(storage, on: directory.path(of: publishedFolder), settings)
    }

    /// The checkpoints that a folder holds.
    static func checkpoints(
        _ storage: SQLiteTreeStorage, on shelf: String, _ settings: Configuration.Log
    ) throws(UsageError) -> CheckpointKeeper {
        CheckpointKeeper(
            origin: LogOrigin(settings.origin), signer: try LogKey.read(settings),
            storage: storage, shelf: CheckpointFiles(in: shelf))
    }

    /// Where the log's writer stores: behind each append the tree follows, and it is finished before
    /// the storage is closed. A read-only log takes nothing.
    func logStorage(_ entries: SQLiteConsultLogStorage) -> any ConsultLogStorage {
        guard let keeper else { return ReadOnlyLogStorage(entries) }
        return SequencedLogStorage(entries, keptBy: keeper)
    }

    /// Decides on what witnesses show against the log; `nil` when it is read-only anyway.
    var arbiter: (any LogArbiter)? { keeper }

    /// Why the tree does not grow; `nil` when it does.
    var failure: SequencingFailure? {
        get async {
            guard let keeper else { return refusal }
            return await keeper.lastFailure
        }
    }

    /// Keeps the tree up until the gateway shuts down. When only an operator can help it ends no
    /// listener: what can be read is still served.
    func run() async throws {
        await cancelWhenGracefulShutdown { await keeper?.run() }
        try await gracefulShutdown()
    }

    /// What the log publishes to everybody, or to auditors.
    func served(isPublic: Bool) -> ServedLog {
        ServedLog(storage, checkpoints: checkpoints, isPublic: isPublic)
    }

    /// Writes the log into a folder, and says what was written.
    func export(to folder: String, isPublic: Bool) async throws(UsageError) -> String {
        try await Self.export(storage, checkpoints, to: folder, isPublic: isPublic)
    }

    static func export(
        _ storage: SQLiteTreeStorage, _ checkpoints: CheckpointKeeper, to folder: String,
        isPublic: Bool
    ) async throws(UsageError) -> String {
        let export = LogExport(storage, checkpoints: checkpoints, isPublic: isPublic)
        let written = try await explainedLater { () async throws(LogExportFailure) in
            try await export.write(to: PublishedFolder(folder))
        }
        return """
            \(folder) holds the log of \(written.size) entries; \
            new are \(written.tiles) tiles and \(written.bundles) bundles of entries.
            """
    }
}
