public import Facts
public import Gateway

/// Renews the cards of a whole municipality that end before a day.
///
/// What it has done stands in the register: ended half-way and begun again, it goes on where it was
/// and renews no card twice. Memory does not grow with the number of cards.
public struct RenewalRun: Sendable {
    /// How many cards are read at once.
    static let page = 500

    let office: CardOffice
    let municipality: NISCode
    let day: CalendarDate
    let context: ConsultContext
    let isDry: Bool
    let width: Int

    /// - Parameters:
    ///   - context: the application in whose circumstances the sources are asked.
    ///   - isDry: assesses and keeps nothing; the sources are asked and the consults logged.
    ///   - width: how many cards are on their way at a time.
    public init(
        of municipality: NISCode, expiringBefore day: CalendarDate, by office: CardOffice,
        in context: ConsultContext, isDry: Bool = false, width: Int = 16
    ) {
        self.office = office
        self.municipality = municipality
        self.day = day
        self.context = context
        self.isDry = isDry
        self.width = max(1, width)
    }

    /// Renews until no card is left, or the task is cancelled.
    ///
    /// - Parameter progress: is told the share that is done, from 0 to 1.
    /// - Throws: ``CardFailure`` when the municipality has no regulation, another organisation
    ///   decides for it, or the register cannot be read.
    public func run(
        progress: @escaping @Sendable (Double) -> Void
    ) async throws(CardFailure) -> RenewalReport {
        guard let regulation = office.regulations[municipality] else {
            throw .assessment(.unknownMunicipality)
        }
        guard regulation.deciders.contains(context.caller.organisation) else {
            throw .unknownCard
        }
        let storage = office.storage
        let total = try await office.reading { () async throws(CardStorageFailure) in
            try await storage.countOfExpiring(before: day, in: municipality)
        }
        var report = RenewalReport()
        var last: CardID?
        while !Task.isCancelled {
            let after = last
            let cards = try await office.reading { () async throws(CardStorageFailure) in
                try await storage.expiring(
                    before: day, in: municipality, after: after, limit: Self.page)
            }
            guard let end = cards.last else { break }
            last = end
            await renew(cards, into: &report) { done in
                progress(Double(done) / Double(max(1, total)))
            }
        }
        progress(1)
        return report
    }

    private func renew(
        _ cards: [CardID], into report: inout RenewalReport, _ progress: (Int) -> Void
    ) async {
        await withTaskGroup(of: RenewalReport.self) { group in
            var waiting = cards.makeIterator()
            for _ in 0..<width {
                guard let id = waiting.next() else { break }
                group.addTask { await renew(id) }
            }
            for await one in group {
                report.add(one)
                progress(report.cards)
                if !Task.isCancelled, let id = waiting.next() {
                    group.addTask { await renew(id) }
                }
            }
        }
    }

    private func renew(_ id: CardID) async -> RenewalReport {
        var report = RenewalReport()
        report.cards = 1
        do throws(CardFailure) {
            try await renew(id, into: &report)
        } catch {
            switch error {
            case .refused(.outsideRenewalWindow), .refused(.wrongState): report.outsideWindow = 1
            case .refused, .assessment, .unknownCard, .noLetter, .anotherOrder, .unavailable:
                report.failed = 1
            }
        }
        return report
    }

    private func renew(
        _ id: CardID, into report: inout RenewalReport
    ) async throws(CardFailure) {
        let order = CardOrder(for: context.caller.organisation, by: .gateway)
        let life = try await office.stored(id, for: order.organisation)
        let rules = try office.rules(of: life).life
        if life.isNotified(of: .renewal) { report.notified = 1 }
        let storage = office.storage
        let begun = try await office.reading { () async throws(CardStorageFailure) in
            try await storage.renewal(of: id)
        }
        if let begun {
            let renewal = try await office.stored(begun, for: order.organisation)
            if renewal.state.isOpenToAssessment, !isDry {
                _ = try await office.assess(begun, in: context, by: order)
            }
            return try await tell(begun, order, into: &report)
        }
        guard rules.renewal.mode == .automatic else {
            report.onRequest = 1
            return
        }
        do throws(StepRefusal) {
            try life.canRenew(under: rules, at: office.moment)
        } catch {
            throw .refused(error)
        }
        if isDry {
            let decision = try await office.examine(
                life.renewing(with: []), CountedRegister(storage), in: context
            ).decision
            return Self.tell(decision, into: &report)
        }
        let answer = try await office.renew(id, in: context, by: order)
        guard let renewal = CardOffice.card(of: answer) else { throw .unavailable }
        try await tell(renewal, order, into: &report)
    }

    /// Counts a renewal as it stands; one that costs nothing becomes valid.
    private func tell(
        _ id: CardID, _ order: CardOrder, into report: inout RenewalReport
    ) async throws(CardFailure) {
        let life = try await office.life(id, for: order.organisation)
        switch life.state {
        case .received, .undetermined, .waiting:
            let reason =
                life.state == .waiting ? "PLACE_HELD" : life.assessment?.reasons.first ?? "RECEIVED"
            report.undetermined[reason, default: 0] += 1
        case .refusalProposed: report.proposedForRefusal = 1
        case .reserved:
            report.renewed = 1
            if life.due?.cents == 0, !isDry {
                _ = try await office.activate(id, by: order)
                report.activated = 1
            }
        case .grantProposed, .paid, .active, .revocationAnnounced: report.renewed = 1
        case .refused, .lapsed, .withdrawn, .revoked, .expired: report.closed = 1
        }
    }

    private static func tell(_ decision: Decision, into report: inout RenewalReport) {
        switch decision.outcome {
        case .granted: report.renewed = 1
        case .refusalProposed: report.proposedForRefusal = 1
        case .undetermined(let reasons, _):
            report.undetermined[reasons.first?.code ?? "FACT_NOT_ESTABLISHED"] = 1
        }
    }
}
