import Facts
public import Gateway

extension CardOffice {
    /// A register event will end a card: the time of the warning begins, for its renewals too.
    public func announceRevocation(
        of id: CardID, for event: RegisterEvent, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        let answer = try await step(id, order) { life, rules, moment throws(StepRefusal) in
            try life.announceRevocation(for: event, under: rules, by: order.actor, at: moment)
        }
        let chain = try await others(of: id, by: order)
        for other in chain where other.state == .active {
            _ = try await step(
                other.id, order.without
            ) { life, rules, moment throws(StepRefusal) in
                try life.announceRevocation(for: event, under: rules, by: order.actor, at: moment)
            }
        }
        return answer
    }

    /// An official takes an announced revocation back.
    public func liftRevocation(
        of id: CardID, by official: OfficialCode, because reason: CardReason, for order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        let answer = try await step(id, order) { life, _, moment throws(StepRefusal) in
            try life.liftRevocation(by: official, because: reason, at: moment)
        }
        let chain = try await others(of: id, by: order)
        for other in chain where other.state.name == .revocationAnnounced {
            _ = try await step(other.id, order.without) { life, _, moment throws(StepRefusal) in
                try life.liftRevocation(by: official, because: reason, at: moment)
            }
        }
        return answer
    }

    /// An official ends a card whose revocation was announced, with all that is open of its chain:
    /// that first, so that an order that is cut off can be given again.
    ///
    /// - Parameter context: in which circumstances the register is asked whether somebody died;
    ///   without it a death is no reason to do without the warning.
    /// - Throws: ``CardFailure``; with ``StepRefusal/notEstablished(reasons:)`` when the register
    ///   does not say that the holder died, and the revocation stays announced.
    public func revoke(
        _ id: CardID, by official: OfficialCode, because reason: CardReason?,
        in context: ConsultContext? = nil, for order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        let life = try await stored(id, for: order.organisation)
        let isDead = try await isProvenDead(life, in: context)
        let rules = try rules(of: life).life
        let moment = moment
        if case .revocationAnnounced(let event, _) = life.state {
            var trial = life
            _ = trial.pass(to: moment)
            do throws(StepRefusal) {
                _ = try trial.revoke(
                    by: official, because: reason, isDead: isDead, under: rules, at: moment)
            } catch {
                throw .refused(error)
            }
            for other in try await others(of: id, by: order) {
                _ = try await step(other.id, order.without) { life, _, now throws(StepRefusal) in
                    try life.end(for: event, by: official, because: reason, at: now)
                }
            }
        }
        return try await step(id, order) { life, rules, moment throws(StepRefusal) in
            try life.revoke(
                by: official, because: reason, isDead: isDead, under: rules, at: moment)
        }
    }

    private func isProvenDead(
        _ life: CardLife, in context: ConsultContext?
    ) async throws(CardFailure) -> Bool {
        guard case .revocationAnnounced(.death, _) = life.state, let context else { return false }
        let isAlive = await examiner.isAlive(life.application.applicant, in: context)
        guard isAlive == false else {
            throw .refused(.notEstablished(reasons: ["FACT_NOT_ESTABLISHED"]))
        }
        return true
    }

    /// What else is open of the chain of a card: those that it renews, and its renewals.
    private func others(
        of id: CardID, by order: CardOrder
    ) async throws(CardFailure) -> [CardLife] {
        let start = try await life(id, for: order.organisation)
        var found: [CardLife] = []
        var earlier = start.renews
        while let id = earlier {
            let life = try await reading { () async throws(CardStorageFailure) in
                try await storage.life(id)
            }
            if let life { found.append(life) }
            earlier = life?.renews
        }
        var later: CardID? = id
        while let id = later {
            let renewal = try await reading { () async throws(CardStorageFailure) in
                try await storage.renewal(of: id)
            }
            later = renewal
            if let renewal {
                found.append(try await stored(renewal, for: order.organisation))
            }
        }
        let moment = moment
        return found.filter { life in
            var life = life
            return life.pass(to: moment) == nil && !life.state.isClosed
        }
    }
}

extension CardOrder {
    /// The same order for another card than the one that it names.
    fileprivate var without: CardOrder { CardOrder(for: organisation, by: actor) }
}
