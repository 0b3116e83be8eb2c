import ConsultLog
import Facts

// How changes and the consult log go together.
extension OfficialDirectory {
    /// Logs every change that took effect before it was logged. Whoever calls it now and then keeps
    /// the log from lacking one for long. Nobody who is to end waits for it.
    ///
    /// - Throws: ``DirectoryRefusal/notLogged(_:)`` when the log takes nothing, and
    ///   ``DirectoryRefusal/failed(_:)``.
    public func settle() async throws(DirectoryRefusal) {
        guard try await paid() else { throw .failed(.damaged) }
    }

    /// Records what gives more, and then makes it so. Not to be called in turn: only the writing is,
    /// so that nobody who is to end waits for the log.
    ///
    /// - Parameter people: who must not have changed meanwhile.
    func give(
        _ records: DirectoryWrite, recording events: [DirectoryEvent],
        upon people: [Official] = []
    ) async throws(DirectoryRefusal) -> Int64 {
        // What took effect before stands before it in the log; what cannot be opened keeps nobody.
        _ = try await paid()
        do throws(LogFailure) {
            _ = try await log.append(events.flatMap(\.drafts))
        } catch {
            throw .notLogged(error)
        }
        return try await inTurn {
            await Self.outcome { () async throws(DirectoryRefusal) in
                try await self.kept(records, upon: people)
            }
        }
    }

    /// Makes what gives less so, and owes the log its entries: whoever calls it calls
    /// ``recordTaken()`` when the turn is over.
    func take(
        _ records: DirectoryWrite, recording events: [DirectoryEvent]
    ) async throws(DirectoryRefusal) {
        var records = records
        for event in events {
            records.debts.append(
                try sealed { () throws(OfficialsFailure) in try key.seal(event) })
        }
        // Should it be written and nobody can say so now, the debt is found with it; whoever pays
        // meanwhile may have found nothing yet.
        defer { owesEntries = true }
        _ = try await kept(records)
    }

    /// Records what was taken.
    ///
    /// - Throws: ``DirectoryRefusal/takenUnlogged(_:)`` when it could not be recorded.
    func recordTaken() async throws(DirectoryRefusal) {
        do throws(DirectoryRefusal) {
            _ = try await paid()
        } catch {
            if case .notLogged(let failure) = error { throw .takenUnlogged(failure) }
            throw error
        }
    }

    private func kept(
        _ records: DirectoryWrite, upon people: [Official]
    ) async throws(DirectoryRefusal) -> Int64 {
        for person in people {
            guard try await known(person.id).revision == person.revision else {
                throw .changedMeanwhile
            }
        }
        return try await kept(records)
    }

    /// - Returns: whether nothing is left.
    private func paid() async throws(DirectoryRefusal) -> Bool {
        try await payments.take { () throws(DirectoryRefusal) in try await self.payDebts() }
    }

    /// Pays each debt once: the log is asked first, because of one that an earlier attempt left
    /// nobody can say whether it was paid. One that does not open stays, and keeps no other.
    private func payDebts() async throws(DirectoryRefusal) -> Bool {
        guard owesEntries else { return true }
        // What is stored from here on is owed anew.
        owesEntries = false
        var isWhole = false
        defer { if !isWhole { owesEntries = true } }
        let debts: [SealedDebt]
        do throws(OfficialsFailure) {
            debts = try await storage.debts()
        } catch {
            throw .failed(error)
        }
        var unopened = 0
        for debt in debts {
            guard let event = try? key.open(debt) else {
                unopened += 1
                continue
            }
            do throws(LogFailure) {
                if try await !log.holds(event.consult) { _ = try await log.append(event.drafts) }
            } catch {
                throw .notLogged(error)
            }
            do throws(OfficialsFailure) {
                try await storage.settle(debt.id)
            } catch {
                throw .failed(error)
            }
        }
        isWhole = unopened == 0
        return isWhole
    }
}
