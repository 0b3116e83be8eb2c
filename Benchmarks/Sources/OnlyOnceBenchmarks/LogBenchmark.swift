import AccessRights
import ConsultLog
import Facts
import SQLiteStorage

/// Appends to a log in SQLite, each boxed and durable: in batches, and one by one from callers at
/// the same time.
struct LogBenchmark {
    let folder: String

    private static let batch = 500
    private static let callers = 256
    private static let entries = 40_000

    func run() async throws -> Figures {
        let storage = try await SQLiteConsultLogStorage.open(at: folder + "/log.sqlite")
        guard let wrappingKey = KeyEncryptionKey(bytes: [UInt8](repeating: 7, count: 32)) else {
            throw BenchmarkFailure.wrongResult
        }
        let keys = try await DataKeys(
            store: FileKeyStore(directory: folder + "/keys"), wrappedBy: wrappingKey)
        let time = Timestamp(milliseconds: 1_795_252_442_125)
        let log = try await ConsultLog(
            storage: storage, keys: keys, now: { time }, onFailedSync: {})
        let draft = try Self.draft()
        _ = try await log.append((0..<2_000).map { _ in draft(log.newConsult()) })

        let clock = ContinuousClock()
        var figures = Figures()
        let batched = try await clock.measure {
            for _ in 0..<(Self.entries / Self.batch) {
                _ = try await log.append((0..<Self.batch).map { _ in draft(log.newConsult()) })
            }
        }
        figures["batched"] = Double(Self.entries) / (batched / .seconds(1))
        let concurrent = try await clock.measure {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<Self.callers {
                    tasks.addTask {
                        for _ in 0..<(Self.entries / Self.callers) {
                            _ = try await log.append(draft(log.newConsult()))
                        }
                    }
                }
                try await tasks.waitForAll()
            }
        }
        figures["concurrent"] =
            Double(Self.entries / Self.callers * Self.callers) / (concurrent / .seconds(1))

        let page = try await storage.page(after: nil, limit: 100)
        guard page.count == 100 else { throw BenchmarkFailure.wrongResult }
        figures["bytesPerEntry"] =
            Double(page.reduce(0) { $0 + $1.bytes.count }) / Double(page.count)
        await log.close()
        return figures
    }

    /// Makes the intent to look one person up, with the subject boxed.
    private static func draft() throws -> @Sendable (ConsultID) -> EntryDraft {
        let request = LoggedRequest(
            organisation: try EnterpriseNumber(base: 19_900_001),
            application: try ApplicationID(parsing: "counter"),
            purpose: try PurposeID(parsing: "permits"), attributes: [.personName],
            retention: try RetentionClass(parsing: "ten-years"))
        let asked = Asked(
            request: request,
            authorisation: AuthorisationReference(
                id: try AuthorisationID(parsing: "benchmark"),
                hash: AuthorisationHash(bytes: Array(0..<32))),
            operation: .person)
        // Sequence numbers from 900 are never given out: this is nobody.
        let person = try SSIN(birth: .full(CalendarDate(parsing: "1980-03-14")), sequence: 901)
        return { consult in
            EntryDraft(
                consult: consult, body: .asked(asked),
                confidences: Confidences(subject: .person(person)))
        }
    }
}
