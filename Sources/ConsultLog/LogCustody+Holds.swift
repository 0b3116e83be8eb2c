// What the orders about legal holds are made of.
extension LogCustody {
    nonisolated func readHolds() async throws(CustodyFailure) -> [LegalHold] {
        do throws(KeyFailure) {
            return try await holds.holds()
        } catch {
            throw .keys(error)
        }
    }

    nonisolated func keep(_ holds: [LegalHold]) async throws(CustodyFailure) {
        do throws(KeyFailure) {
            try await self.holds.keep(holds)
        } catch {
            throw .keys(error)
        }
    }

    nonisolated func record(
        _ change: HoldChange, _ hold: LegalHold, _ official: OfficialID, _ reason: StatedReason
    ) async throws(CustodyFailure) {
        try await append([
            EntryDraft(
                consult: log.newConsult(),
                body: .holdChanged(
                    HoldChanged(change, of: hold.id, on: hold.held, in: hold.months)),
                confidences: Confidences(official: official, reason: reason))
        ])
    }

    nonisolated func append(_ drafts: [EntryDraft]) async throws(CustodyFailure) {
        do throws(LogFailure) {
            _ = try await log.append(drafts)
        } catch {
            throw .notLogged(error)
        }
    }
}
