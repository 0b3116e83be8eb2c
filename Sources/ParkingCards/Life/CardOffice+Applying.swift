import ConsultLog
import Facts
public import Gateway

extension CardOffice {
    /// Takes an application in and assesses it: granted, a refusal proposed, or undetermined.
    ///
    /// Its receipt is durable before any source is asked: a gateway that ends in between loses
    /// nothing, and the same order takes it up again.
    ///
    /// - Throws: ``CardFailure``.
    public func apply(
        _ application: CardApplication, in context: ConsultContext, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        try await admit(application, in: context)
        let rules = try self.rules(for: application)
        let moment = moment
        let received = application.with([], appliedOn: .some(day(of: application, moment, order)))
        let life = CardLife.received(
            received, of: holder(application.applicant, application.municipality),
            as: CardID(newID()), at: moment, under: rules)
        return try await takeIn(life, at: moment, in: context, by: order)
    }

    /// Assesses an application again that is not decided, with what was handed in since.
    ///
    /// - Throws: ``CardFailure``.
    public func assess(
        _ id: CardID, adding documents: [SupportingDocument] = [], in context: ConsultContext,
        by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        var life = try await stored(id, for: order.organisation)
        life.application = life.application.with(documents)
        return try await settle(life, in: context, by: order)
    }

    /// Asks for the renewal of a card.
    ///
    /// - Throws: ``CardFailure``.
    public func renew(
        _ id: CardID, adding documents: [SupportingDocument] = [], in context: ConsultContext,
        by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        if let answer = try await answered(order) { return answer }
        let earlier = try await stored(id, for: order.organisation)
        let rules = try self.rules(of: earlier).life
        let moment = moment
        do throws(StepRefusal) {
            try earlier.canRenew(under: rules, at: moment)
        } catch {
            throw .refused(error)
        }
        let application = earlier.renewing(with: documents)
            .with([], appliedOn: .some(moment.day))
        try await admit(application, in: context)
        let life = CardLife.received(
            application, of: holder(application.applicant, application.municipality),
            as: CardID(newID()), at: moment, under: rules, renewing: earlier)
        return try await takeIn(life, at: moment, in: context, by: order)
    }

    /// The day that the law at the time of the application goes by: that of the receipt. That it
    /// came in on paper before, an official answers for.
    private func day(
        of application: CardApplication, _ moment: Moment, _ order: CardOrder
    ) -> CalendarDate {
        switch order.actor {
        case .official: min(application.appliedOn ?? moment.day, moment.day)
        case .application, .gateway: moment.day
        }
    }

    private func takeIn(
        _ life: CardLife, at moment: Moment, in context: ConsultContext, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        let event = CardEvent(
            life.renews == nil ? .received : .renewalRequested, at: moment, by: order.actor)
        var life = life
        life.circumstances = Circumstances(context, for: life.application)
        let received = life
        let receipt = try await reading { () async throws(CardStorageFailure) in
            try await storage.receive(received, event, order: order.key)
        }
        switch receipt {
        case .received(let life): return try await settle(life, in: context, by: order)
        case .alreadyRenewed: throw .refused(.alreadyRenewed)
        case .known(.begun(let id)):
            let begun = try await stored(id, for: order.organisation)
            guard begun.state.isOpenToAssessment else { return try bytes(begun.view) }
            return try await settle(begun, in: context, by: order)
        case .known(let known): return try answer(of: known)
        }
    }

    /// Consults, decides and takes the place, again until nobody comes between.
    func settle(
        _ start: CardLife, in context: ConsultContext, by order: CardOrder
    ) async throws(CardFailure) -> [UInt8] {
        let (regulation, rules) = try rules(of: start)
        guard start.state.isOpenToAssessment else { throw .refused(start.wrongState()) }
        let register = CountedRegister(storage)
        var (decision, inputs) = try await examine(start.application, register, in: context)
        var life = start
        life.holder = register.holder ?? life.holder
        var waits = false
        for _ in 0..<Self.mostAttempts {
            let moment = moment
            var next = life
            if next.pass(to: moment) != nil { throw .refused(next.wrongState()) }
            guard let assessment = CardAssessment(decision, on: inputs, at: moment.time) else {
                throw .unavailable
            }
            let slot = regulation.slot(for: inputs, counted: register)
            let request = assessment.entitlement.flatMap {
                regulation.place(
                    for: $0, on: inputs, plates: next.application.plates,
                    sharing: inputs.sharedPlates(of: next.application), counted: register)
            }
            let result: CardStepResult
            do throws(StepRefusal) {
                result =
                    waits
                    ? try next.wait(assessment, in: slot, by: order.actor, at: moment)
                    : try next.take(
                        assessment, needing: request, in: slot, under: rules, by: order.actor,
                        at: moment)
            } catch {
                throw .refused(error)
            }
            let (commitment, answer) = try await commit(next, result, order)
            let variant = assessment.entitlement?.variant ?? .normal
            switch commitment {
            case .committed: return answer
            case .known(let known): return try self.answer(of: known)
            case .placeHeld, .quotaFull:
                // It waits as before: that is no news.
                if start.state == .waiting, order.actor == .gateway { return answer }
                waits = true
            case .alreadyRenewed: throw .refused(.alreadyRenewed)
            case .counted(let others):
                inputs = regulation.inputs(
                    inputs, counting: others, for: variant, at: moment.time)
            case .countedInMunicipality(let others):
                inputs.findings.municipalCards = Evidence(
                    .known(others + (inputs.renewal == nil ? 0 : 1)), consult: nil,
                    asOf: moment.time)
            case .plateHasCard
            where inputs.findings[.plateIsFree]?.value == true && regulation.knowsSharedCars(inputs):
                // Who shares the car was not asked while the plate was free.
                (decision, inputs) = try await examine(start.application, register, in: context)
                continue
            case .plateHasCard:
                inputs.findings[.isSharedCar] = nil
                inputs.findings[.plateIsFree] = Evidence(
                    .known(false), consult: nil, asOf: moment.time)
            case .stale:
                life = try await stored(start.id, for: order.organisation)
                life.application = start.application
                life.holder = register.holder ?? life.holder
                if let answer = try await answered(order) { return answer }
            }
            do throws(NoRuleInForce) {
                decision = try regulation.decide(inputs)
            } catch {
                throw .assessment(.noRuleInForce)
            }
        }
        throw .unavailable
    }

    func examine(
        _ application: CardApplication, _ register: CountedRegister, in context: ConsultContext
    ) async throws(CardFailure) -> (decision: Decision, inputs: DecisionInputs) {
        do throws(AssessmentFailure) {
            return try await examiner.examine(application, counting: register, in: context)
        } catch {
            throw .assessment(error)
        }
    }

    func admit(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(CardFailure) {
        do throws(AssessmentFailure) {
            try await examiner.admit(application, in: context)
        } catch {
            throw .assessment(error)
        }
    }

    private func rules(for application: CardApplication) throws(CardFailure) -> LifeRules {
        guard let regulation = regulations[application.municipality] else {
            throw .assessment(.unknownMunicipality)
        }
        guard let rules = regulation.lifeRules(for: application.cardType) else {
            throw .assessment(.noRuleInForce)
        }
        return rules
    }
}

extension DecisionInputs {
    /// The plates of a granted application that have a card already: only those that people share.
    func sharedPlates(of application: CardApplication) -> Set<Plate> {
        findings[.plateIsFree]?.value == false ? [application.plate] : []
    }
}

extension CardApplication {
    /// The application with more documents.
    func with(
        _ documents: [SupportingDocument], plates: [Plate]? = nil, renewal: Renewal? = nil,
        renewed: Set<Plate>? = nil, appliedOn: CalendarDate?? = nil
    ) -> CardApplication {
        CardApplication(
            municipality: municipality, cardType: cardType, applicant: applicant,
            enterprise: enterprise, establishment: establishment, householdOf: householdOf,
            plate: plates?.first ?? plate,
            furtherPlates: plates.map { Array($0.dropFirst()) } ?? furtherPlates,
            documents: self.documents + documents, declarations: declarations, term: term,
            appliedOn: appliedOn ?? self.appliedOn, renewal: renewal ?? self.renewal,
            renewedPlates: renewed ?? renewedPlates, language: language)
    }
}

extension CardLife {
    /// The application for a renewal of the card.
    func renewing(
        with documents: [SupportingDocument], plates: [Plate]? = nil
    ) -> CardApplication {
        let renewal = entitlement.map {
            Renewal(rank: $0.rank, heldSince: heldSince ?? $0.validity.from)
        }
        return application.with(
            documents, plates: plates, renewal: renewal, renewed: Set(application.plates),
            appliedOn: .some(nil))
    }
}
