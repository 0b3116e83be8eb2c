import AccessRights
import ConsultLog
import Facts

// What the consult log is told of steps.
extension RightsRegister {
    /// Logs every change that took effect before it was logged. It waits for the log, and those who
    /// read the rights do not wait for it.
    public func settle() async throws(RightsFailure) {
        try await payments.take { () throws(RightsFailure) in
            try await self.payEntries()
        }
    }

    /// One at a time: two that pay together would both find an entry missing.
    private func payEntries() async throws(RightsFailure) {
        guard owesEntries else { return }
        // What is stored from here on is owed anew.
        owesEntries = false
        do throws(RightsFailure) {
            let owed = try await Self.asked { () async throws(RightsStorageFailure) in
                try await storage.unlogged(in: logName)
            }
            // Another process may have stored it since the last look.
            if let last = owed.last, known.revision < last.revision { try await refresh() }
            for change in owed { try await pay(change) }
        } catch {
            owesEntries = true
            throw error
        }
    }

    /// The entry has the name that was stored with the change, so whoever does not know whether it
    /// was written looks for it first.
    private func pay(_ owed: OwedRightsChange) async throws(RightsFailure) {
        guard let record = owed.change.record, let consult = record.consult else { throw .damaged }
        do throws(LogFailure) {
            if try await !log.holds(consult) {
                // Under another key nobody can say who it was; that it was done is told all the
                // same.
                let confidences = key.open(owed.debt.box, of: record) ?? Confidences()
                _ = try await log.append(
                    draft(
                        owed.change, at: owed.revision, consult, in: known(at: owed),
                        confidences))
            }
        } catch {
            throw .notLogged(error)
        }
        try await Self.asked { () async throws(RightsStorageFailure) in
            try await storage.markLogged(owed.revision)
        }
    }

    /// What was known of the authorisation when the change was made: the entry tells what the
    /// change made of it, however late it is written.
    private func known(at owed: OwedRightsChange) -> RightsHistory {
        let changes = known.changes.prefix(Int(owed.revision.number))
            .filter { $0.authorisation == owed.change.authorisation }
        return (try? RightsHistory(replaying: changes)) ?? known
    }

    func entry(
        of change: RightsChange, at place: RightsRevision, in history: RightsHistory,
        _ confidences: Confidences
    ) throws(RightsFailure) -> EntryDraft {
        guard let consult = change.record?.consult else { throw .damaged }
        return draft(change, at: place, consult, in: history, confidences)
    }

    private func draft(
        _ change: RightsChange, at place: RightsRevision, _ consult: ConsultID,
        in history: RightsHistory, _ confidences: Confidences
    ) -> EntryDraft {
        let state = history[change.authorisation]?.state(on: time.day(of: change.known)) ?? .draft
        return EntryDraft(
            consult: consult,
            body: .rightChanged(
                RightChanged(
                    change.reference, step: change.step, state: state,
                    validFrom: change.validFrom, revision: place.number)),
            confidences: confidences)
    }
}

extension StepRecord {
    /// The consult that the log has the step under.
    fileprivate var consult: ConsultID? { UUIDv7(parsing: text).map(ConsultID.init) }
}
