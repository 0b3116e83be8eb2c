import AccessRights
public import ConsultLog
import Facts

/// The repertory of references: opening a dossier needs a right, and both opening and closing stand
/// in the log before the repertory says so.
extension Gateway {
    /// Opens a dossier on a subject, until its last day or until it is closed.
    ///
    /// Opening what is open already, under the same name and until the same day, changes nothing,
    /// and stands in the log all the same.
    public func openReference(
        _ order: ReferenceOrder, in context: ConsultContext
    ) async -> ConsultResult<ReferenceRecord> {
        let context = context.naming(order.dossier)
        let today = time.today()
        let days = order.until.daysSinceEpoch - today.daysSinceEpoch + 1
        let wish = AccessRequest.Wish.reference(order.kind, days: days)
        return await consult(wish, about: [order.subject], in: context) {
            consult throws(NoAnswer) in
            guard let repertory else {
                throw .failed(.notAllowed(code: "repertory"))
            }
            let same: OpenReference?
            do throws(StorageFailure) {
                let dossiers = try await repertory.dossiers(
                    named: order.dossier, of: context.caller.organisation, openOn: today)
                same = dossiers.first { $0.isOpened(by: order) }
            } catch {
                throw .failed(.unavailable(.unreachable))
            }
            if let same {
                // It changes nothing, but tells the caller that the right still covers the subject.
                let draft = same.record.entry(
                    .opened, same, through: consult.context, in: consult.id)
                guard await append(draft) else { throw .notRecorded }
                return same.record
            }
            return try await open(order, today, consult, in: repertory)
        }
    }

    /// Closes a dossier of the caller's organisation. Closing twice changes nothing.
    public func closeReference(
        _ id: ReferenceID, in context: ConsultContext
    ) async -> ReferenceClosing {
        guard let repertory else { return .unknown }
        do throws(StorageFailure) {
            guard var record = try await repertory.storage.record(id),
                record.organisation == context.caller.organisation
            else { return .unknown }
            guard record.closed == nil else { return .closed(record) }
            let draft = record.entry(
                .closed, repertory.opened(record), through: context, in: log.newConsult())
            guard await append(draft) else { return .notRecorded }
            let now = time.now()
            try await repertory.storage.close(id, at: now)
            record.closed = now
            return .closed(record)
        } catch {
            return .notRecorded
        }
    }

    /// The entry is durable first; when the repertory then cannot keep the dossier, a second entry
    /// says that it is not open.
    private func open(
        _ order: ReferenceOrder, _ today: CalendarDate, _ consult: PermittedConsult,
        in repertory: Repertory
    ) async throws(NoAnswer) -> ReferenceRecord {
        let record: ReferenceRecord
        do throws(KeyFailure) {
            record = try await repertory.record(
                repertory.newID(at: time.now()), order, in: consult.context,
                under: consult.grant, from: today)
        } catch {
            throw .notRecorded
        }
        let opened = OpenReference(
            record: record, subject: order.subject, dossier: order.dossier)
        let draft = record.entry(.opened, opened, through: consult.context, in: consult.id)
        guard await append(draft) else { throw .notRecorded }
        do throws(StorageFailure) {
            try await repertory.storage.insert(record)
        } catch {
            // What became of the write is looked up, never guessed.
            do throws(StorageFailure) {
                if try await repertory.storage.record(record.id) != nil { return record }
                _ = await append(
                    record.entry(.closed, opened, through: consult.context, in: consult.id))
            } catch {
                throw .failed(.unavailable(.unreachable))
            }
            throw .failed(.unavailable(.unreachable))
        }
        return record
    }

    private func append(_ draft: EntryDraft) async -> Bool {
        do throws(LogFailure) {
            _ = try await log.append(draft)
            return true
        } catch {
            observer?.notRecorded(error, of: draft.consult)
            return false
        }
    }
}

extension ReferenceRecord {
    /// What the log says of a change. `opened` is `nil` when the key of the boxes was destroyed.
    fileprivate func entry(
        _ change: ReferenceChange, _ opened: OpenReference?, through context: ConsultContext,
        in consult: ConsultID
    ) -> EntryDraft {
        EntryDraft(
            consult: consult,
            body: .referenceChanged(
                ReferenceChanged(
                    change, of: id, kind, by: organisation, context.caller.application,
                    for: purpose, under: authorisation, from: from, until: until,
                    trace: context.trace)),
            confidences: Confidences(
                subject: opened?.subject, official: context.caller.official,
                dossier: opened?.dossier))
    }
}

extension OpenReference {
    fileprivate func isOpened(by order: ReferenceOrder) -> Bool {
        subject == order.subject && record.kind == order.kind && record.until == order.until
    }
}
