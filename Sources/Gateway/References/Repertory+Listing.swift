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

    /// Lays open dossiers, on purpose: the look is itself an entry of the log, durable before
    /// anything is shown.
    ///
    /// - Parameters:
    ///   - official: who looks.
    ///   - reason: why.
    ///   - id: behind which the page begins; `nil` for the first.
    ///   - limit: how many there are at most.
    /// - Returns: the dossiers whose keys still exist, and where the next page begins.
    /// - Throws: ``ReferenceListingFailure``.
    public func dossiers(
        openOn day: CalendarDate, after id: ReferenceID?, limit: Int, for official: OfficialID,
        because reason: StatedReason, recordedIn log: ConsultLog
    ) async throws(ReferenceListingFailure) -> (dossiers: [OpenReference], next: ReferenceID?) {
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
            return (
                records.compactMap(opened), records.count == limit ? records.last?.id : nil
            )
        } catch {
            throw .unreadable
        }
    }
}
