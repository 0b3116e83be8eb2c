public import ConsultLog
public import Facts

// What the repertory shows to those who watch over it.
extension Repertory {
    /// How many dossiers are open, by organisation and kind. It names no subject.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``.
    public func counts(
        openOn day: CalendarDate
    ) async throws(StorageFailure) -> [ReferenceCount] {
        try await storage.counts(openOn: day)
    }

    /// Opens the boxes of everything that is open, and shows nothing: what cannot be opened is in
    /// ``condition`` afterwards.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``.
    public func examine(openOn day: CalendarDate) async throws(StorageFailure) {
        var last: ReferenceID?
        repeat {
            let records = try await storage.records(openOn: day, after: last, limit: 500)
            for record in records { _ = opened(record) }
            last = records.last?.id
        } while last != nil && !Task.isCancelled
    }

    /// Lays open dossiers, on purpose: the look is itself an entry of the log, durable before
    /// anything is shown.
    ///
    /// - Parameters:
    ///   - official: who looks.
    ///   - reason: why.
    ///   - id: behind which the page begins; `nil` for the first.
    ///   - limit: how many there are at most.
    /// - Returns: the dossiers, how many more cannot be opened any more, and where the next page
    ///   begins.
    /// - Throws: ``ReferenceListingFailure``.
    public func dossiers(
        openOn day: CalendarDate, after id: ReferenceID?, limit: Int, for official: OfficialID,
        because reason: StatedReason, recordedIn log: ConsultLog
    ) async throws(ReferenceListingFailure) -> (
        dossiers: [OpenReference], unreadable: Int, next: ReferenceID?
    ) {
        do throws(LogFailure) {
            _ = try await log.append(
                EntryDraft(
                    consult: log.newConsult(),
                    body: .audited(Audited(action: .references, fields: [.subject, .dossier])),
                    confidences: Confidences(official: official, reason: reason)))
        } catch {
            throw .notLogged
        }
        do throws(StorageFailure) {
            let records = try await storage.records(openOn: day, after: id, limit: limit)
            let dossiers = records.compactMap(opened)
            return (
                dossiers, records.count - dossiers.count,
                records.count == limit ? records.last?.id : nil
            )
        } catch {
            throw .unreadable
        }
    }
}
