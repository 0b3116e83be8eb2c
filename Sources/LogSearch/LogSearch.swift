public import ConsultLog
import Facts

/// Searches the consult log for those who watch over it.
///
/// Every search and every disclosure is itself an entry of the log, durable before anything is
/// shown: no log, no data.
public struct LogSearch: Sendable {
    private let index: SearchIndex
    private let log: ConsultLog
    private let storage: any ConsultLogStorage
    private let keys: DataKeys
    private let cursorKey: CursorKey
    private let thread: any WorkThread

    /// - Parameter thread: on which the index is read; another one than that of the indexer, so that
    ///   a search does not wait for it.
    public init(
        _ index: SearchIndex, log: ConsultLog, storage: any ConsultLogStorage, keys: DataKeys,
        cursorKey: CursorKey, on thread: any WorkThread
    ) {
        self.index = index
        self.log = log
        self.storage = storage
        self.keys = keys
        self.cursorKey = cursorKey
        self.thread = thread
    }

    /// Finds entries, newest first, and lays open what was asked.
    ///
    /// - Throws: ``SearchFailure``; a search that was recorded and then failed stays recorded.
    public func page(
        _ request: SearchRequest, for auditor: Auditor
    ) async throws(SearchFailure) -> SearchPage {
        let query = request.query
        var bound = UInt64.max
        if let cursor = request.cursor {
            guard let index = cursor.index(in: query, under: cursorKey) else {
                throw .foreignCursor
            }
            bound = index
        }
        try await record([search(request, auditor)])
        let answer = try await answer(query, below: bound, limit: request.limit)
        let hits = try await hits(answer.indices, disclosing: request.disclosing)
        try await record(hits.compactMap { disclosure($0, auditor) })
        let last = answer.hasMore ? answer.indices.last : nil
        return SearchPage(
            hits: hits,
            cursor: last.map { SearchCursor(below: $0, of: query, under: cursorKey) },
            complete: answer.complete)
    }

    private func answer(
        _ query: SearchQuery, below bound: UInt64, limit: Int
    ) async throws(SearchFailure) -> IndexAnswer {
        do throws(IndexFailure) {
            return try await thread.run { [index, keys] () throws(IndexFailure) in
                try index.search(query, keys: keys, below: bound, limit: limit)
            }
        } catch {
            throw .index(error)
        }
    }

    /// Reads entries with their intents, in two steps for all of them; leaves out those whose bytes
    /// were destroyed.
    private func hits(
        _ indices: [UInt64], disclosing fields: Set<ConfidentialField>
    ) async throws(SearchFailure) -> [SearchHit] {
        let positions = indices.map { LogPosition(Int64(clamping: $0) + 1) }
        let found = try await entries { storage throws(StorageFailure) in
            try await storage.entries(at: positions)
        }
        var intents: [EntryID: Entry] = [:]
        for (_, entry) in found where entry.kind == .asked { intents[entry.id] = entry }
        let missing = found.compactMap { _, entry in
            entry.body.asked.flatMap {
                intents[$0.id] == nil ? EntryName($0.id, of: entry.consult) : nil
            }
        }
        let others = try await entries { storage throws(StorageFailure) in
            try await storage.entries(named: missing)
        }
        for (_, entry) in others { intents[entry.id] = entry }
        return found.map { index, entry in
            let intent = entry.body.asked.flatMap { intents[$0.id] }
            return SearchHit(
                index: index, entry: entry, intent: intent,
                disclosures: open(fields, of: entry, or: intent))
        }
    }

    private func entries(
        _ read: (any ConsultLogStorage) async throws(StorageFailure) -> [StoredEntry]
    ) async throws(SearchFailure) -> [(index: UInt64, entry: Entry)] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await read(storage)
        } catch {
            throw .log(.unreachable)
        }
        var entries: [(index: UInt64, entry: Entry)] = []
        for item in stored where !item.bytes.isEmpty {
            guard let index = item.position.entryIndex else { continue }
            entries.append((index, try parse(item)))
        }
        return entries
    }

    private func parse(_ stored: StoredEntry) throws(SearchFailure) -> Entry {
        do throws(EntryFailure) {
            return try Entry(parsing: stored.bytes)
        } catch {
            throw .log(.damaged(stored.position, error))
        }
    }

    /// Opens fields of an entry, or of its intent where it has none; what cannot be opened stays
    /// closed.
    private func open(
        _ fields: Set<ConfidentialField>, of entry: Entry, or intent: Entry?
    ) -> [ConfidentialField: Disclosure] {
        var disclosures: [ConfidentialField: Disclosure] = [:]
        for field in fields {
            let holder = entry.confidential?[field] != nil ? entry : intent
            disclosures[field] = try? holder?.open(field, using: keys)
        }
        return disclosures
    }

    private func record(_ drafts: [EntryDraft]) async throws(SearchFailure) {
        do throws(LogFailure) {
            _ = try await log.append(drafts)
        } catch {
            throw .notLogged(error)
        }
    }

    private func search(_ request: SearchRequest, _ auditor: Auditor) -> EntryDraft {
        let query = request.query
        return draft(
            Audited(
                action: request.isExport ? .export : .search, criteria: query.criteria,
                fields: request.disclosing, organisation: auditor.organisation,
                application: auditor.application, trace: auditor.trace),
            auditor, subject: query.subject, dossier: query.dossier)
    }

    /// What is laid open of one entry, told under the number of whom it is about, so that they can
    /// find it.
    private func disclosure(_ hit: SearchHit, _ auditor: Auditor) -> EntryDraft? {
        if hit.disclosures.isEmpty { return nil }
        let holder = hit.entry.confidential?.subject != nil ? hit.entry : hit.intent
        var subject: Subject?
        if case .subject(let value)? = (try? holder?.open(.subject, using: keys))?.value {
            subject = value
        }
        return draft(
            Audited(
                action: .disclosure, fields: Set(hit.disclosures.keys),
                consult: hit.entry.consult, entry: hit.entry.id,
                organisation: auditor.organisation, application: auditor.application,
                trace: auditor.trace),
            auditor, subject: subject, dossier: nil)
    }

    private func draft(
        _ audited: Audited, _ auditor: Auditor, subject: Subject?, dossier: DossierReference?
    ) -> EntryDraft {
        EntryDraft(
            consult: log.newConsult(), body: .audited(audited),
            confidences: Confidences(
                subject: subject, official: auditor.official, dossier: dossier,
                reason: auditor.reason))
    }
}
