import AccessRights
import ConsultLog
import Crypto
import Gateway
import Logging
import SQLiteStorage
import TransparencyLogs

/// The rights of a gateway, opened: where they are stored, and who keeps them.
struct OpenedRights: Sendable {
    /// Where the storage is.
    let path: String
    let storage: SQLiteRightsStorage
    let register: RightsRegister

    /// Opens the storage. An empty one takes over the documents of the configured folder; from then
    /// on the storage is the truth, and the folder is not read any more. When the log knows of
    /// steps that an empty storage does not, the storage was lost: then nothing is taken over, for
    /// the folder may hold what was revoked since, and nothing is allowed. Nor is anything when the
    /// storage is an older one, and the log knows of rights that ended since.
    ///
    /// - Throws: ``UsageError``; nothing stays open then.
    init(
        in directory: DataDirectory, _ configuration: Configuration, log: ConsultLog,
        readBy entries: LogReader, time: SystemTime, logger: Logger
    ) async throws(UsageError) {
        let path = configuration.storage.rights ?? directory.path(of: "rights.sqlite")
        // A storage that others share too holds what is owed to their logs.
        let name = configuration.storage.rights == nil ? "" : configuration.log.origin.text
        let secret = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(configuration.storage.pseudonymSecret)
        }
        let key = RightsKey(secret: SymmetricKey(data: secret))
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteRightsStorage.open(at: path)
        }
        do throws(UsageError) {
            let register = try await explainedLater { () async throws(RightsFailure) in
                try await RightsRegister(
                    storage: storage, log: log, named: name, key: key, time: time)
            }
            let history = try await explainedLater { () async throws(RightsFailure) in
                try await register.history()
            }
            if history.revision == .start, try await Self.knowsSteps(entries) {
                logger.error(
                    "the rights are lost, so nothing is allowed: put the database back",
                    metadata: ["path": "\(path)"])
            } else if history.revision == .start {
                let documents = try LoadedDocuments.authorisations(
                    in: configuration.documents.authorisations)
                let count = try await explainedLater { () async throws(RightsFailure) in
                    try await register.adopt(documents)
                }
                logger.notice("authorisations were taken over", metadata: ["count": "\(count)"])
            } else if try await Self.knowsLaterEnd(entries, than: history) {
                await register.withhold()
                logger.error(
                    "the rights are older than the log, so nothing is allowed: put the database back",
                    metadata: ["path": "\(path)"])
            }
            self.path = path
            self.storage = storage
            self.register = register
        } catch {
            await storage.close()
            throw error
        }
    }

    /// Whether a step stands in the log. Where there is one the first is near the beginning.
    private static func knowsSteps(_ entries: LogReader) async throws(UsageError) -> Bool {
        var last: LogPosition?
        while true {
            let page: [LogRow]
            do throws(ReadFailure) {
                page = try await entries.rows(after: last, limit: 1000)
            } catch {
                throw UsageError("the log cannot be read now")
            }
            for case .entry(let listed) in page {
                if case .rightChanged = listed.entry.body { return true }
            }
            guard let end = page.last?.position else { return false }
            last = end
        }
    }

    /// Whether the log has a right end that never ended in the history. Such a step is stored before
    /// it is logged, so the history was longer once. Steps are logged in their order: what is
    /// missing stands behind the last one that is there.
    private static func knowsLaterEnd(
        _ entries: LogReader, than history: RightsHistory
    ) async throws(UsageError) -> Bool {
        do throws(ReadFailure) {
            var last = try await position(of: history, in: entries)
            while true {
                let page = try await entries.rows(after: last, limit: 1000)
                for case .entry(let listed) in page {
                    if case .rightChanged(let changed) = listed.entry.body,
                        changed.step == .revoke || changed.step == .suspend,
                        !history.holds(changed, recorded: listed.entry.consult)
                    {
                        return true
                    }
                }
                guard let end = page.last?.position else { return false }
                last = end
            }
        } catch {
            throw UsageError("the log cannot be read now")
        }
    }

    /// Where the last change stands of which this log has an entry.
    private static func position(
        of history: RightsHistory, in entries: LogReader
    ) async throws(ReadFailure) -> LogPosition? {
        for change in history.changes.reversed() {
            guard let record = change.record.flatMap({ UUIDv7(parsing: $0.text) }) else { continue }
            let logged = try await entries.entries(of: ConsultID(record))
            if let last = logged.last { return last.position }
        }
        return nil
    }

    func close() async { await storage.close() }
}

extension RightsHistory {
    /// Whether the change of an entry is there; one from before steps had names is taken for it.
    fileprivate func holds(_ changed: RightChanged, recorded consult: ConsultID) -> Bool {
        guard changed.revision >= 1, changed.revision <= revision.number else { return false }
        let change = changes[Int(changed.revision) - 1]
        return change.record.map { $0.text == consult.uuid.text } ?? true
    }
}
