import AccessRights
public import ConsultLog
import Facts

/// The repertory of references: opening a dossier needs a right. What gives more stands in the log
/// before the repertory says so; what gives less takes effect at once, and is in the log as soon as
/// the log can be written, once.
extension Gateway {
    /// How often an order is looked at anew because somebody else was faster.
    private static let mostTurns = 4

    /// Opens a dossier on a subject, until its last day or until it is closed.
    ///
    /// There is never more than one of an organisation, kind, name and subject: opening it again
    /// with another last day makes that the day, under the right that was used last. Opening it
    /// again until the same day changes nothing, and stands in the log all the same.
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
            _ = await payReferenceDebts()
            for _ in 0..<Self.mostTurns {
                let record: ReferenceRecord?
                if let same = try await dossier(order, today, consult, in: repertory) {
                    record = try await reopen(same, order, today, consult, in: repertory)
                } else {
                    record = try await open(order, today, consult, in: repertory)
                }
                if let record { return record }
            }
            throw .failed(.unavailable(.busy))
        }
    }

    /// Closes a dossier of the caller's organisation. Closing twice changes nothing.
    ///
    /// When the log cannot be written it is closed all the same, and logged later.
    public func closeReference(
        _ id: ReferenceID, in context: ConsultContext
    ) async -> ReferenceClosing {
        guard let repertory else { return .unknown }
        let consult = log.newConsult()
        do {
            for _ in 0..<Self.mostTurns {
                guard let before = try await repertory.storage.record(id),
                    before.organisation == context.caller.organisation
                else { return .unknown }
                if before.closed != nil {
                    _ = await payReferenceDebts()
                    return .closed(before)
                }
                var after = before
                after.closed = time.now()
                let owed = try await repertory.owed(
                    .closed, of: after, through: context, in: consult)
                if try await replaced(before, by: after, owing: owed, in: repertory) {
                    _ = await payReferenceDebts()
                    return .closed(after)
                }
            }
            return .notRecorded
        } catch {
            return .notRecorded
        }
    }

    /// Logs what became of dossiers before it could be logged.
    ///
    /// - Returns: whether nothing is owed any more.
    public func payReferenceDebts() async -> Bool {
        guard let repertory else { return true }
        return await repertory.debts.pay { await payAll(in: repertory) }
    }

    private func payAll(in repertory: Repertory) async -> Bool {
        do {
            for owed in try await repertory.storage.owed() {
                guard let record = try await repertory.storage.record(owed.reference) else {
                    return false
                }
                // A crash may have come between the entry and the note that it is there.
                let logged = try await log.reader.entries(of: owed.consult)
                if !logged.contains(where: { $0.entry.pays(owed) }) {
                    let opened = repertory.opened(record)
                    let entry = record.entry(
                        owed, repertory.official(of: owed), subject: opened?.subject,
                        dossier: opened?.dossier)
                    guard await append(entry) else { return false }
                }
                try await repertory.storage.settle(owed.consult)
            }
            return true
        } catch {
            return false
        }
    }

    /// Replaces; after a doubtful write it looks whether it was done.
    ///
    /// - Throws: ``ConsultLog/StorageFailure``; `notWritten` when it certainly was not.
    func replaced(
        _ before: ReferenceRecord, by after: ReferenceRecord, owing entry: OwedReferenceEntry?,
        in repertory: Repertory
    ) async throws(StorageFailure) -> Bool {
        let result: Result<Bool, StorageFailure>
        do throws(StorageFailure) {
            result = .success(
                try await repertory.storage.replace(before, by: after, owing: entry))
        } catch {
            result = .failure(error)
        }
        // Afterwards: whoever paid meanwhile may have found nothing yet.
        if entry != nil { await repertory.debts.expect() }
        guard case .failure(.unknownOutcome) = result else { return try result.get() }
        guard try await repertory.storage.record(before.id) == after else {
            throw .notWritten(.failed)
        }
        return true
    }

    func append(_ draft: EntryDraft) async -> Bool {
        do throws(LogFailure) {
            _ = try await log.append(draft)
            return true
        } catch {
            observer?.notRecorded(error, of: draft.consult)
            return false
        }
    }
}
