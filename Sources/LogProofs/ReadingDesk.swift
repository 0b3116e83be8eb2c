public import ConsultLog
public import Facts

/// Records in the log that somebody reads its entries.
///
/// One `audited` entry, `export` without criteria, stands for everything that one official reads
/// through one application in one hour (UTC), and is durable before the first of it is handed over:
/// whoever streams a log of a million entries reads four thousand bundles of it, and as many entries
/// would make the log grow by being read. A process that starts anew records again.
public actor ReadingDesk {
    private let log: ConsultLog
    private let now: @Sendable () -> Timestamp
    private var hour: Int64 = .min
    private var readers: [EntryReader: Task<Result<Void, LogFailure>, Never>] = [:]

    public init(_ log: ConsultLog, now: @escaping @Sendable () -> Timestamp) {
        self.log = log
        self.now = now
    }

    /// Returns when it is durable in the log that the reader reads in this hour.
    ///
    /// - Throws: ``ConsultLog/LogFailure`` when it is not: nothing may be handed over then.
    public func record(_ reader: EntryReader) async throws(LogFailure) {
        let present = now().milliseconds / 3_600_000
        // Also one before it: a clock that jumped back begins another hour.
        if present != hour {
            hour = present
            readers = [:]
        }
        if let known = readers[reader] { return try await known.value.get() }
        // It outlives a caller that is cancelled: others wait for the same entry.
        let task = Task { await append(reader) }
        readers[reader] = task
        let result = await task.value
        // What failed is tried again by the next.
        if case .failure = result, readers[reader] == task { readers[reader] = nil }
        try result.get()
    }

    private func append(_ reader: EntryReader) async -> Result<Void, LogFailure> {
        let audited = Audited(
            action: .export, organisation: reader.organisation, application: reader.application)
        do throws(LogFailure) {
            _ = try await log.append(
                EntryDraft(
                    consult: log.newConsult(), body: .audited(audited),
                    confidences: Confidences(official: reader.official)))
            return .success(())
        } catch {
            return .failure(error)
        }
    }
}
