import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import LogSearch
import SQLiteStorage
import TestSupport

/// A log in memory with a search index in a folder, and what was put into the log.
struct SearchBench {
    /// What an entry must be found by.
    struct Model {
        let index: UInt64
        let kind: EntryKind
        let subjects: Set<Subject>
        let official: OfficialID?
        let application: ApplicationID?
        let outcome: OutcomeClass?
    }

    let storage = InMemoryConsultLogStorage()
    let bench: LogBench
    let folder: TemporaryFolder
    let samples: LogSamples
    let segments: any SegmentStorage
    private(set) var indexer: SearchIndexer
    private(set) var search: LogSearch
    private(set) var models: [Model] = []
    private static let thread = BlockingQueue("search tests")

    init(
        _ segments: (SearchIndexFolder) -> any SegmentStorage = { $0 }
    ) async throws {
        bench = try await LogBench(storage)
        folder = try TemporaryFolder()
        samples = try LogSamples()
        let files = try SearchIndexFolder(at: folder.path + "/search")
        self.segments = segments(files)
        (indexer, search) = try Self.open(self.segments, files, storage, bench)
    }

    private static func open(
        _ segments: any SegmentStorage, _ files: SearchIndexFolder,
        _ storage: InMemoryConsultLogStorage, _ bench: LogBench
    ) throws -> (SearchIndexer, LogSearch) {
        let index = try SearchIndex(opening: segments)
        let indexer = SearchIndexer(
            index, log: storage, keys: bench.keys, on: thread, onDamage: { _ in })
        return (
            indexer,
            LogSearch(
                index, log: bench.log, storage: storage, keys: bench.keys,
                cursorKey: try files.cursorKey(), on: thread)
        )
    }

    /// Opens the index anew, as after a restart.
    mutating func reopen() throws {
        let files = try SearchIndexFolder(at: folder.path + "/search")
        (indexer, search) = try Self.open(segments, files, storage, bench)
    }

    var auditor: Auditor {
        get throws {
            Auditor(
                official: try OfficialID(parsing: "dpo"),
                reason: try StatedReason(parsing: "complaint 12"))
        }
    }

    /// Appends a consult: an intent about somebody and its outcome, perhaps with somebody listed.
    mutating func appendConsult(
        about person: Int, official: Int?, listing listed: Int? = nil,
        outcome: OutcomeClass = .found
    ) async throws {
        let consult = bench.log.newConsult()
        let subject = Subject.person(try samples.person(person))
        let name = try official.map { try OfficialID(parsing: "official-\($0)") }
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: subject, official: name))
        note(.asked, [subject], name, nil)
        _ = try await bench.log.append(
            EntryDraft(
                consult: consult,
                body: .answered(
                    Answered(
                        asked: asked.asAsked, outcome: outcome, retention: samples.retention))))
        note(.answered, [subject], name, outcome)
        if let listed {
            let other = Subject.person(try samples.person(listed))
            _ = try await bench.log.append(
                samples.answered(asked, in: consult, role: .listed, subject: other))
            note(.answered, [other], name, .found)
        }
    }

    private mutating func note(
        _ kind: EntryKind, _ subjects: Set<Subject>, _ official: OfficialID?,
        _ outcome: OutcomeClass?
    ) {
        models.append(
            Model(
                index: UInt64(models.count), kind: kind, subjects: subjects, official: official,
                application: samples.application, outcome: outcome))
    }

    /// Makes room in the model for entries that the searches themselves wrote.
    mutating func followAudits() async throws {
        let count = await storage.entries.count
        for entry in await storage.entries.dropFirst(models.count) {
            let official = try OfficialID(parsing: "dpo")
            var subjects: Set<Subject> = []
            let parsed = try Entry(parsing: entry.bytes)
            if case .subject(let subject)? =
                (try? parsed.open(.subject, using: bench.keys))?.value
            {
                subjects = [subject]
            }
            models.append(
                Model(
                    index: UInt64(models.count), kind: .audited, subjects: subjects,
                    official: official, application: nil, outcome: nil))
        }
        precondition(models.count == count, "every entry has its model")
    }

    /// What a query must find, newest first, among the first entries.
    func expected(_ query: SearchQuery, below bound: UInt64 = .max) -> [UInt64] {
        models.reversed().filter { model in
            model.index < bound
                && query.subject.map { model.subjects.contains($0) } ?? true
                && query.official.map { model.official == $0 } ?? true
                && query.application.map { model.application == $0 } ?? true
                && query.outcome.map { model.outcome == $0 } ?? true
                && query.kind.map { model.kind == $0 } ?? true
        }.map(\.index)
    }
}
