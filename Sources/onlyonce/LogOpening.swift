import ConsultLog
import Facts
import Foundation
import LogSearch
import Logging
import SQLiteStorage

/// Opens the log for writing, with its keys.
struct LogOpening: Sendable {
    private let settings: Configuration.Storage
    private let now: @Sendable () -> Timestamp
    private let logger: Logger

    init(
        _ settings: Configuration.Storage, now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) {
        self.settings = settings
        self.now = now
        self.logger = logger
    }

    /// Reads the data keys, and brings to its end what a change of keys that was cut off left to do.
    func keys() async throws(UsageError) -> DataKeys {
        let store = try await explainedLater { () async throws(KeyStoreFailure) in
            try await FileKeyStore.open(at: settings.keyStore)
        }
        do throws(KeySourceFailure) {
            return try await settings.keyEncryptionKey.dataKeys(
                in: store, environment: ProcessInfo.processInfo.environment)
        } catch .keys(let failure) {
            throw UsageError("the key store \(settings.keyStore) cannot be used: \(failure)")
        } catch {
            throw UsageError(error.description)
        }
    }

    /// Closes the consults that an earlier run left without an outcome.
    ///
    /// - Parameter room: says when consults may begin; a command begins none.
    func log(
        on storage: any ConsultLogStorage, _ keys: DataKeys, room: any LogRoom = AmpleRoom()
    ) async throws(UsageError) -> ConsultLog {
        do throws(LogFailure) {
            let log = try await ConsultLog(
                storage: storage, keys: keys, room: room, now: now,
                onFailedSync: { [logger] in
                    // What the caches hold can no longer be trusted; recovery reads the disk anew.
                    logger.critical("the disk did not keep a write; ending")
                    abort()
                })
            let interrupted = try await log.recover()
            if interrupted > 0 {
                logger.notice(
                    "closed consults that were interrupted", metadata: ["count": "\(interrupted)"])
            }
            return log
        } catch {
            throw UsageError("the consult log cannot be written: \(error)")
        }
    }

    func custody(
        of log: ConsultLog, _ keys: DataKeys, on storage: SQLiteConsultLogStorage,
        erasing index: any SearchIndexErasure
    ) -> CustodyDesk {
        let tree = SQLiteTreeStorage(over: storage)
        return CustodyDesk(
            LogCustody(
                log: log, keys: keys, storage: storage,
                holds: FileHoldStore(directory: settings.keyStore),
                sequenced: { () async throws(StorageFailure) in try await tree.lastSequenced() },
                eraseIndex: { periods async throws(StorageFailure) in
                    do throws(IndexFailure) {
                        try await index.erase(periods)
                    } catch {
                        throw .unreadable
                    }
                }, now: now),
            source: settings.keyEncryptionKey)
    }
}
