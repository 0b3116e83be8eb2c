import AccessRights
import ConsultLog
import Crypto
import Facts
import Foundation
import Gateway
import HTTPFacade
import HTTPTransfers
import KBOOpenData
import LogProofs
import Logging
import Officials
import ParkingCards
import SQLiteStorage

/// A gateway put together from its configuration, on the data directory that it owns.
struct Installation: Sendable {
    let directory: DataDirectory
    let documents: LoadedDocuments
    let log: ConsultLog
    let custody: CustodyDesk
    let rights: OpenedRights
    let rightsDesk: RightsDesk
    let entries: LogReader
    let tree: LogTree
    let receipts: ReceiptDesk
    let cosigning: Cosigning
    let search: OpenedSearch
    let references: ReferencesDesk
    let referencesWatch: ReferencesWatch
    let officials: OpenedOfficials
    let cards: SQLiteCardStorage
    let replica: KBOReplica
    let gateway: Gateway
    let time: SystemTime
    let metrics: PrometheusMetrics
    private let opened: OpenedParts

    /// Locks the data directory, opens what is in it, closes what an earlier run left open, and
    /// prepares the connections to the sources.
    ///
    /// - Throws: ``UsageError`` that says what to mend; nothing stays open or locked then.
    init(_ configuration: Configuration, logger: Logger) async throws(UsageError) {
        try configuration.checkCredentials()
        time = try SystemTime()
        metrics = PrometheusMetrics()
        documents = try LoadedDocuments(configuration.documents)
        directory = try explained { () throws(DataDirectoryFailure) in
            try DataDirectory(locking: configuration.storage.data)
        }
        var opened = OpenedParts()
        do throws(UsageError) {
            await Self.reportTornTail(in: directory, logger)
            let storage = try await Self.storage(in: directory)
            opened.add { await storage.close() }
            tree = try await LogTree(
                over: storage, in: directory, configuration.log,
                observer: TreeOperations(logger: logger, metrics: metrics), time: time)
            let time = time
            let opening = LogOpening(configuration.storage, now: { time.now() }, logger: logger)
            let keys = try await opening.keys()
            let log = try await opening.log(
                on: tree.logStorage(storage), keys,
                room: FreeSpace(of: directory.path, reserve: configuration.log.reserve))
            opened.add {
                _ = await log.closeOpenIntents()
                await log.close()
            }
            search = try await OpenedSearch(of: log, on: storage, keys, in: directory, logger)
            custody = opening.custody(of: log, keys, on: storage, erasing: search.indexer)
            receipts = ReceiptDesk(
                log, keys: keys, entries: storage, tree: tree.storage,
                checkpoints: tree.checkpoints)
            let cards = try await Self.cards(in: directory, configuration.storage)
            opened.add { await cards.close() }
            let stored = try await Self.references(in: directory)
            opened.add { await stored.close() }
            let quotas = try await Self.quotas(in: directory)
            opened.add { await quotas.close() }
            let repertory = Repertory(stored, keys: keys)
            references = ReferencesDesk(repertory: repertory, log: log, today: { time.today() })
            let engine = try explained { () throws(TransferStartFailure) in
                try TransferEngine()
            }
            opened.add { await engine.shutdown() }
            let officials = try await OpenedOfficials(
                in: directory, configuration, log: log, readBy: LogReader(storage),
                engine: engine, time: time, metrics: metrics, logger: logger)
            opened.add { await officials.close() }
            self.officials = officials
            cosigning = try await Cosigning(
                of: tree, configuration.log.witnesses, engine: engine, metrics: metrics,
                logger: logger)
            replica = KBOReplica(path: directory.path(of: "kbo.sqlite"))
            let rights = try await OpenedRights(
                in: directory, configuration, log: log, readBy: LogReader(storage), time: time,
                logger: logger)
            opened.add { await rights.close() }
            rightsDesk = RightsDesk(
                rights.register, applications: documents.applications,
                roles: configuration.commandLine, time: time)
            gateway = Gateway(
                rights: { await rights.register.rights(on: time.today()) }, log: log,
                sources: try SourceConnections(configuration, engine: engine, time: time)
                    .sources(with: KBOEnterpriseRegister(replica)),
                time: time, pseudonyms: try Self.pseudonymKey(configuration.storage),
                ownContext: configuration.own.context, repertory: repertory, quotas: quotas,
                observer: OperationsObserver(logger: logger, metrics: metrics))
            referencesWatch = ReferencesWatch(
                gateway: gateway, repertory: repertory, today: { time.today() }, logger: logger)
            self.log = log
            self.rights = rights
            entries = LogReader(storage)
            self.cards = cards
            self.opened = opened
        } catch {
            await opened.close()
            throw error
        }
    }

    /// Ends the calls to the sources and makes everything that was taken durable.
    func close() async { await opened.close() }

    /// Does what must come before the gateway closes it itself; closes it when that fails.
    func closingOnFailure<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch {
            await close()
            throw error
        }
    }

    /// Says when the last writing was cut off: the database leaves it out without a word. What was
    /// acknowledged is not in it.
    private static func reportTornTail(in directory: DataDirectory, _ logger: Logger) async {
        let tail = await WALTail.ofDatabase(at: directory.path(of: "log.sqlite"))
        guard let tail, tail.bytes > 0 else { return }
        logger.warning(
            "the end of the log's last writing was torn and is left out",
            metadata: ["bytes": "\(tail.bytes)"])
    }

    static func storage(
        in directory: DataDirectory
    ) async throws(UsageError) -> SQLiteConsultLogStorage {
        let path = directory.path(of: "log.sqlite")
        return try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteConsultLogStorage.open(at: path)
        }
    }

    static func references(
        in directory: DataDirectory
    ) async throws(UsageError) -> SQLiteReferenceStorage {
        let path = directory.path(of: "references.sqlite")
        return try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteReferenceStorage.open(at: path)
        }
    }

    private static func quotas(
        in directory: DataDirectory
    ) async throws(UsageError) -> SQLiteQuotaStorage {
        let path = directory.path(of: "quotas.sqlite")
        return try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteQuotaStorage.open(at: path)
        }
    }

    static func cards(
        in directory: DataDirectory, _ settings: Configuration.Storage
    ) async throws(UsageError) -> SQLiteCardStorage {
        let path = directory.path(of: "cards.sqlite")
        let key = try cardKey(settings)
        return try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteCardStorage.open(at: path, key: key)
        }
    }

    static func cardKey(_ settings: Configuration.Storage) throws(UsageError) -> CardKey {
        let secret = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(settings.pseudonymSecret)
        }
        return CardKey(secret: SymmetricKey(data: secret))
    }

    static func pseudonymKey(
        _ settings: Configuration.Storage
    ) throws(UsageError) -> PseudonymKey {
        let secret = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(settings.pseudonymSecret)
        }
        return PseudonymKey(secret: SymmetricKey(data: secret))
    }
}

extension Configuration.Own {
    /// Under which name and for which purpose the gateway itself asks.
    fileprivate var context: ConsultContext {
        ConsultContext(
            caller: Caller(organisation: organisation, application: application),
            purpose: purpose)
    }
}
