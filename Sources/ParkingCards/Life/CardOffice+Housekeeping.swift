import Facts

extension CardOffice {
    /// How long the answer to an order is kept, in milliseconds: seven days.
    static let orderRetention: Int64 = 7 * 86_400_000

    /// Writes down what time has done, and destroys closed dossiers whose time is over.
    ///
    /// - Returns: how many dossiers were destroyed.
    /// - Throws: ``CardStorageFailure``; what was done before stays done.
    @discardableResult
    public func tidy() async throws(CardStorageFailure) -> Int {
        var purged = 0
        let moment = moment
        for (municipality, regulation) in regulations {
            try await letTimePass(in: municipality, at: moment)
            purged += try await storage.purge(
                closedBefore: moment.day.adding(months: -regulation.policy.retention.months),
                in: municipality)
        }
        try await storage.forgetOrders(
            before: Timestamp(milliseconds: moment.time.milliseconds - Self.orderRetention))
        return purged
    }

    private func letTimePass(
        in municipality: NISCode, at moment: Moment
    ) async throws(CardStorageFailure) {
        while true {
            let overdue = try await storage.overdue(
                on: moment.day, in: municipality, limit: 500)
            var changed = 0
            for id in overdue {
                guard var life = try await storage.life(id), let event = life.pass(to: moment)
                else { continue }
                life.revision += 1
                if try await storage.commit(CardChange(life, [event], .release)) == .committed {
                    changed += 1
                }
            }
            guard changed > 0, overdue.count == 500 else { return }
        }
    }
}
