import AccessRights
import AuthenticSources
import ConsultLog
import Gateway
import HTTPTransfers
import KBOOpenData
import Logging
import ParkingCards
import SQLiteStorage

/// A gateway put together from its configuration, on the data directory that it owns.
struct Installation: Sendable {
    let directory: DataDirectory
    let documents: LoadedDocuments
    let regulations: [Regulation]
    let log: ConsultLog
    let entries: LogReader
    let cards: any CardStorage
    let replica: KBOReplica
    let gateway: Gateway
    private let engine: TransferEngine

    /// Locks the data directory, opens what is in it, closes what an earlier run left open, and
    /// makes the connections to the sources.
    ///
    /// - Throws: ``UsageError`` that says what to mend; nothing stays locked then.
    init(_ configuration: Configuration, logger: Logger) async throws(UsageError) {
        let time = try SystemTime()
        documents = try LoadedDocuments(configuration.documents)
        regulations = try LoadedRegulations.read(configuration.documents.regulations)
        directory = try explained { () throws(DataDirectoryFailure) in
            try DataDirectory(locking: configuration.storage.data)
        }
        let keys = try await Self.keys(configuration.storage)
        let storage = try await Self.storage(directory)
        log = try await Self.log(storage, keys, time, logger)
        entries = LogReader(storage)
        let interrupted = try await Self.recover(log)
        if interrupted > 0 {
            logger.notice("closed consults that were interrupted", metadata: ["count": "\(interrupted)"])
        }
        cards = try await Self.cards(directory)
        replica = KBOReplica(path: directory.path(of: "kbo.sqlite"))
        engine = TransferEngine()
        let sources = try SourceConnections.open(
            configuration, engine: engine, replica: replica, time: time)
        let rights = documents.rights
        gateway = Gateway(
            rights: { rights }, log: log, sources: sources, time: time,
            pseudonyms: try PseudonymKey(secretAt: configuration.storage.pseudonymSecret),
            ownContext: ConsultContext(configuration.own))
    }

    /// Ends the calls to the sources and makes everything that was taken durable.
    func close() async {
        await engine.shutdown()
        await log.close()
    }
}
