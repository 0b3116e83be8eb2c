import Facts
import Gateway

extension CardOffice {
    /// How long the answer to an order is kept, in milliseconds: seven days.
    static let orderRetention: Int64 = 7 * 86_400_000

    /// Writes down what time has done, takes up again what waits for places, and destroys closed dossiers whose time is over.
    ///
    /// - Returns: how many dossiers were destroyed.
    /// - Throws: ``CardStorageFailure``; what was done before stays done.
    @discardableResult
    public func tidy() async throws(CardStorageFailure) -> Int {
        var purged = 0
        let moment = moment
        for (municipality, regulation) in regulations {
            try await letTimePass(in: municipality, at: moment)
            await takeUpWaiters(in: municipality)
            purged += try await storage.purge(
                closedBefore: moment.day.adding(months: -regulation.policy.retention.months),
                in: municipality)
        }
        try await storage.forgetOrders(
            before: Timestamp(milliseconds: moment.time.milliseconds - Self.orderRetention))
        return purged
    }

    /// Assesses again, in the order of receipt, what waits for the places of others. What cannot be
    /// assessed now goes on waiting.
    func takeUpWaiters(in municipality: NISCode) async {
        var last: CardID?
        while let page = try? await storage.cards(
            in: municipality, .waiting, after: last, limit: 500), !page.isEmpty
        {
            last = page.last
            var waiters: [CardLife] = []
            for id in page {
                if let life = try? await storage.life(id) { waiters.append(life) }
            }
            for life in waiters.sorted(by: { $0.order < $1.order }) {
                guard let circumstances = life.circumstances else { continue }
                let order = CardOrder(for: circumstances.caller.organisation, by: .gateway)
                _ = try? await settle(
                    life, in: circumstances.context(for: life.application), by: order)
            }
        }
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
