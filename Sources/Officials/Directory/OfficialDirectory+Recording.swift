import ConsultLog
import Facts

// How changes and the consult log go together.
extension OfficialDirectory {
    /// Logs every change that took effect before it was logged. Whoever calls it now and then keeps
    /// the log from lacking one for long.
    ///
    /// - Throws: ``DirectoryRefusal/notLogged(_:)`` when the log takes nothing, and
    ///   ``DirectoryRefusal/failed(_:)``.
    public func settle() async throws(DirectoryRefusal) {
        guard owesEntries else { return }
        try await inTurn {
            await Self.outcome { () async throws(DirectoryRefusal) in try await self.payDebts() }
        }
    }

    /// Records what gives more, and then makes it so.
    func give(
        _ records: DirectoryWrite, recording events: [DirectoryEvent]
    ) async throws(DirectoryRefusal) -> Int64 {
        // What took effect before stands before it in the log.
        if owesEntries { try await payDebts() }
        do throws(LogFailure) {
            _ = try await log.append(events.flatMap(\.drafts))
        } catch {
            throw .notLogged(error)
        }
        return try await kept(records)
    }

    /// Makes what gives less so, and then records it.
    ///
    /// - Throws: ``DirectoryRefusal/takenUnlogged(_:)`` when it is so and could not be recorded.
    func take(
        _ records: DirectoryWrite, recording events: [DirectoryEvent]
    ) async throws(DirectoryRefusal) -> Int64 {
        var records = records
        for event in events {
            records.debts.append(
                try sealed { () throws(OfficialsFailure) in try key.seal(event) })
        }
        // Should it be written and nobody can say so now, the debt is found with it.
        owesEntries = true
        let revision = try await kept(records)
        do throws(DirectoryRefusal) {
            try await payDebts()
        } catch {
            if case .notLogged(let failure) = error { throw .takenUnlogged(failure) }
            throw error
        }
        return revision
    }

    /// Pays each debt once: the log is asked first, because of one that an earlier attempt left
    /// nobody can say whether it was paid. To be called in turn.
    private func payDebts() async throws(DirectoryRefusal) {
        let debts: [SealedDebt]
        do throws(OfficialsFailure) {
            debts = try await storage.debts()
        } catch {
            throw .failed(error)
        }
        for debt in debts {
            let event = try sealed { () throws(OfficialsFailure) in try key.open(debt) }
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
        owesEntries = false
    }
}
