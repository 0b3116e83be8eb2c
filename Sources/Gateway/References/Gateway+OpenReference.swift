import AccessRights
import ConsultLog
import Facts

/// The steps of opening a dossier.
extension Gateway {
    /// The ordered dossier, when it is open already.
    func dossier(
        _ order: ReferenceOrder, _ today: CalendarDate, _ consult: PermittedConsult,
        in repertory: Repertory
    ) async throws(NoAnswer) -> OpenReference? {
        do throws(StorageFailure) {
            let found = try await repertory.dossiers(
                named: order.dossier, of: consult.context.caller.organisation, openOn: today)
            let same = found.open.first {
                $0.subject == order.subject && $0.record.kind == order.kind
            }
            guard same != nil || found.isWhole else { throw .unreadable }
            return same
        } catch {
            throw .failed(.unavailable(.unreachable))
        }
    }

    /// The entry is durable first; when the repertory then cannot keep the dossier, a second entry
    /// says that it is not open.
    ///
    /// - Returns: `nil` when somebody else has just opened it.
    func open(
        _ order: ReferenceOrder, _ today: CalendarDate, _ consult: PermittedConsult,
        in repertory: Repertory
    ) async throws(NoAnswer) -> ReferenceRecord? {
        let record = try await boxed(order, today, consult, in: repertory)
        let opened = OpenReference(
            record: record, subject: order.subject, dossier: order.dossier)
        try await appended(record.entry(.opened, opened, through: consult.context, in: consult.id))
        let unopened = record.entry(.closed, opened, through: consult.context, in: consult.id)
        do throws(StorageFailure) {
            var twins = try await repertory.twins(
                of: order, of: record.organisation, openOn: today)
            twins.insert(
                ReferenceTokens(subject: record.subjectToken, dossier: record.dossierToken))
            guard try await repertory.storage.insert(record, unlessOpen: twins) != nil else {
                return record
            }
            _ = await append(unopened)
            return nil
        } catch {
            // What became of the write is looked up, never guessed.
            do throws(StorageFailure) {
                if try await repertory.storage.record(record.id) != nil { return record }
                _ = await append(unopened)
            } catch {
                throw .failed(.unavailable(.unreachable))
            }
            throw .failed(.unavailable(.unreachable))
        }
    }

    /// Makes the ordered last day that of a dossier that is open.
    ///
    /// - Returns: `nil` when somebody else has just changed it.
    func reopen(
        _ same: OpenReference, _ order: ReferenceOrder, _ today: CalendarDate,
        _ consult: PermittedConsult, in repertory: Repertory
    ) async throws(NoAnswer) -> ReferenceRecord? {
        let before = same.record
        if before.until == order.until {
            // It changes nothing, but tells the caller that the right still covers the subject.
            try await appended(
                before.entry(.opened, same, through: consult.context, in: consult.id))
            return before
        }
        let after = try await boxed(order, today, consult, in: repertory, replacing: before)
        if order.until < before.until {
            return try await shorten(before, to: after, consult, in: repertory)
        }
        // A shorter time that is logged later than a longer one would tell that it holds.
        guard await payReferenceDebts() else { throw .notRecorded }
        try await appended(after.entry(.opened, same, through: consult.context, in: consult.id))
        do throws(StorageFailure) {
            if try await replaced(before, by: after, owing: nil, in: repertory) { return after }
        } catch {
            if case .notWritten = error {
                _ = await append(
                    before.entry(.opened, same, through: consult.context, in: consult.id))
            }
            throw .failed(.unavailable(.unreachable))
        }
        // The log says how it is after all.
        if let present = try? await repertory.storage.record(before.id) {
            _ = await append(
                present.entry(
                    present.closed == nil ? .opened : .closed, same, through: consult.context,
                    in: consult.id))
        }
        return nil
    }

    private func shorten(
        _ before: ReferenceRecord, to after: ReferenceRecord, _ consult: PermittedConsult,
        in repertory: Repertory
    ) async throws(NoAnswer) -> ReferenceRecord? {
        do {
            let owed = try await repertory.owed(
                .opened, of: after, through: consult.context, in: consult.id)
            guard try await replaced(before, by: after, owing: owed, in: repertory) else {
                return nil
            }
        } catch {
            throw .failed(.unavailable(.unreachable))
        }
        // That the right covers the subject is told to nobody of whom the log does not say it.
        guard await payReferenceDebts() else { throw .notRecorded }
        return after
    }

    private func boxed(
        _ order: ReferenceOrder, _ today: CalendarDate, _ consult: PermittedConsult,
        in repertory: Repertory, replacing earlier: ReferenceRecord? = nil
    ) async throws(NoAnswer) -> ReferenceRecord {
        do throws(KeyFailure) {
            return try await repertory.record(
                of: order, in: consult, on: today, replacing: earlier)
        } catch {
            throw .notRecorded
        }
    }

    private func appended(_ draft: EntryDraft) async throws(NoAnswer) {
        guard await append(draft) else { throw .notRecorded }
    }
}
