public import ConsultLog
public import Facts

extension CardOffice {
    typealias Work =
        (inout CardLife, LifeRules, Moment) throws(StepRefusal) -> CardStepResult

    /// An official confirms a refusal.
    public func confirmRefusal(
        of id: CardID, by official: OfficialCode, because reason: CardReason?, for order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.confirmRefusal(by: official, because: reason, at: moment)
        }
    }

    /// An official confirms a grant, where the regulation says so.
    public func confirmGrant(
        of id: CardID, by official: OfficialCode, for order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, rules, moment throws(StepRefusal) in
            try life.confirmGrant(under: rules, by: official, at: moment)
        }
    }

    /// An application reports a payment.
    public func pay(
        _ payment: Payment, for id: CardID, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.pay(payment, by: order.actor, at: moment)
        }
    }

    /// A card becomes valid.
    public func activate(_ id: CardID, by order: CardOrder) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.activate(by: order.actor, at: moment)
        }
    }

    /// The holder gives a card or an application up.
    public func withdraw(_ id: CardID, by order: CardOrder) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.withdraw(by: order.actor, at: moment)
        }
    }

    /// Visits are used out of the allowance of the year.
    public func use(
        visits: Int, of id: CardID, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.use(visits: visits, by: order.actor, at: moment)
        }
    }

    /// The holder was sent something.
    public func notify(
        _ kind: CardNotice.Kind, through channel: CardNotice.Channel, sentOn day: CalendarDate?,
        about id: CardID, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        let notice = newID()
        return try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.notify(
                CardNotice(
                    id: notice, kind: kind, channel: channel, sentOn: day ?? moment.day,
                    delivery: nil),
                by: order.actor, at: moment)
        }
    }

    /// It is proven that a notice arrived.
    public func deliver(
        _ notice: UUIDv7, _ delivery: CardNotice.Delivery, about id: CardID, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.deliver(notice, delivery, by: order.actor, at: moment)
        }
    }

    /// Takes a step that asks no source.
    func step(
        _ id: CardID, _ order: CardOrder, _ work: Work
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        for _ in 0..<Self.mostAttempts {
            let life = try await stored(id, for: order.organisation)
            let rules = try rules(of: life).life
            let moment = moment
            var next = life
            _ = next.pass(to: moment)
            let result: CardStepResult
            do throws(StepRefusal) {
                result = try work(&next, rules, moment)
            } catch {
                throw .refused(error)
            }
            let (commitment, answer) = try await commit(next, result, order)
            switch commitment {
            case .committed:
                if result.place == .release { await takeUpWaiters(in: life.municipality) }
                return answer
            case .stale: continue
            case .known(let known): return try self.answer(of: known)
            case .plateHasCard: throw .refused(.plateHasCard)
            case .placeHeld: throw .refused(.placeHeld)
            case .alreadyRenewed: throw .refused(.alreadyRenewed)
            case .counted, .countedInMunicipality, .quotaFull: throw .refused(.quotaFull)
            }
        }
        throw .unavailable
    }

    /// Makes a step durable, with its answer.
    func commit(
        _ life: CardLife, _ result: CardStepResult, _ order: CardOrder
    ) async throws(CardFailure) -> (CardCommitment, [UInt8]) {
        var life = life
        life.revision += 1
        let answer = try bytes(life.view)
        let change = CardChange(
            life, [result.event], result.place, order: order.key.map { ($0, answer) })
        do throws(CardStorageFailure) {
            return (try await storage.commit(change), answer)
        } catch {
            throw .unavailable
        }
    }

    /// The answer that an order was given before.
    func answered(_ order: CardOrder) async throws(CardFailure) -> [UInt8]? {
        guard let key = order.key else { return nil }
        let known = try await reading { () async throws(CardStorageFailure) in
            try await storage.known(key)
        }
        switch known {
        case nil, .begun: return nil
        case .answered(_, let answer): return answer
        case .anotherOrder: throw .anotherOrder
        }
    }

    func answer(of known: KnownOrder) throws(CardFailure) -> [UInt8] {
        switch known {
        case .answered(_, let answer): return answer
        case .anotherOrder: throw .anotherOrder
        case .begun: throw .unavailable
        }
    }
}
