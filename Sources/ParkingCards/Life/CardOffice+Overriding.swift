public import Facts
public import Gateway

extension CardOffice {
    /// An official overrides a proposed refusal: the first begins, a second grants. The sources are
    /// asked again for the second, since the places are counted anew; the maximum stands.
    ///
    /// - Throws: ``CardFailure``.
    public func override(
        _ id: CardID, by official: OfficialCode, because reason: CardReason,
        in context: ConsultContext, for order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        var life = try await stored(id, for: order.organisation)
        guard case .refusalProposed(let first) = life.state else {
            throw .refused(life.wrongState())
        }
        guard let first else {
            return try await step(id, order) { life, _, moment throws(StepRefusal) in
                try life.beginOverride(by: official, because: reason, at: moment)
            }
        }
        guard first != official else { throw .refused(.secondOfficialNeeded) }
        try await admit(life.application, in: context)
        let register = CountedRegister(storage)
        let (regulation, rules) = try rules(of: life)
        var inputs = try await examine(life.application, register, in: context).inputs
        for _ in 0..<Self.mostAttempts {
            guard !regulation.isFull(inputs) else { throw .refused(.quotaFull) }
            guard let granted = regulation.entitlement(overriding: inputs),
                let request = regulation.place(
                    for: granted, on: inputs, plates: life.application.plates, counted: register)
            else { throw .refused(.notEstablished(reasons: ["FACT_NOT_ESTABLISHED"])) }
            let moment = moment
            var next = life
            next.holder = register.holder ?? next.holder
            let result: CardStepResult
            do throws(StepRefusal) {
                result = try next.override(
                    granted, needing: request, under: rules, by: official, because: reason,
                    at: moment)
            } catch {
                throw .refused(error)
            }
            let (commitment, answer) = try await commit(next, result, order)
            switch commitment {
            case .committed: return answer
            case .known(let known): return try self.answer(of: known)
            case .stale: life = try await stored(id, for: order.organisation)
            case .counted(let others):
                inputs = regulation.inputs(
                    inputs, counting: others, for: granted.variant, at: moment.time)
            case .plateHasCard: throw .refused(.plateHasCard)
            case .placeHeld: throw .refused(.placeHeld)
            case .alreadyRenewed: throw .refused(.alreadyRenewed)
            case .quotaFull, .countedInMunicipality: throw .refused(.quotaFull)
            }
        }
        throw .unavailable
    }

    /// Exchanges the vehicles of a card, once an assessment finds nothing against it. The days and
    /// the amount stay.
    ///
    /// - Throws: ``CardFailure``; what was found against it stands in the history.
    public func changePlates(
        of id: CardID, to plates: [Plate], adding documents: [SupportingDocument] = [],
        in context: ConsultContext, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        let life = try await stored(id, for: order.organisation)
        do throws(StepRefusal) {
            try life.canChangePlate(to: plates)
        } catch {
            throw .refused(error)
        }
        let asked = life.renewing(with: documents, plates: plates)
        try await admit(asked, in: context)
        let (decision, inputs) = try await examine(
            asked, CountedRegister(storage), in: context)
        let changed = life.application.with(documents, plates: plates)
        let reasons = decision.reasons.map(\.code)
        switch decision.outcome {
        case .granted:
            guard let assessment = CardAssessment(decision, on: inputs, at: time.now()) else {
                throw .unavailable
            }
            return try await step(id, order) { life, _, moment throws(StepRefusal) in
                try life.changePlate(
                    changed, on: assessment, sharing: inputs.sharedPlates(of: asked),
                    by: order.actor, at: moment)
            }
        case .refusalProposed:
            try await note(id, reasons, by: order)
            throw .refused(.notEntitled(reasons: reasons))
        case .undetermined:
            try await note(id, reasons, by: order)
            throw .refused(.notEstablished(reasons: reasons))
        }
    }

    /// Notes in the history why the vehicles stay the same; the order itself is not carried out.
    private func note(
        _ id: CardID, _ reasons: [String], by order: CardOrder
    ) async throws(CardFailure) {
        _ = try await step(
            id, CardOrder(for: order.organisation, by: order.actor)
        ) { _, _, moment throws(StepRefusal) in
            CardStepResult(
                CardEvent(
                    .plateNotChanged, at: moment, by: order.actor, ["reasons": reasons.text]))
        }
    }
}
