public import Facts

extension CardOffice {
    /// Writes the letter about what was decided last on a card.
    ///
    /// It is made of the inputs that were stored with the decision, under the regulation of then.
    ///
    /// - Parameter language: one of the municipality's; by default that of the application.
    /// - Throws: ``CardFailure``: with ``StepRefusal/wrongState(_:)`` before anything was decided,
    ///   with ``CardFailure/noLetter(_:)`` when there is none to write.
    public func letter(
        about id: CardID, in language: Language? = nil, for organisation: EnterpriseNumber
    ) async throws(CardFailure) -> Letter {
        let life = try await life(id, for: organisation)
        guard let assessment = life.decided else {
            throw .refused(.wrongState(life.state.name))
        }
        let history = try await reading { () async throws(CardStorageFailure) in
            try await storage.history(of: id)
        }
        guard !history.contains(where: { $0.kind == .overridden }) else {
            throw .noLetter(.overridden)
        }
        let regulation = try rules(of: life).regulation
        let (inputs, decision) = try replayed(assessment, under: regulation)
        var particulars = LetterParticulars(inputs)
        particulars.appliedOn = life.receivedOn
        particulars.confirmedOn = life.confirmedOn(history)
        particulars.validity = life.entitlement?.validity
        particulars.reference = "\(life.id)"
        particulars.plates = life.decidedPlates.map(\.text)
        do throws(NoLetter) {
            return try Letter(
                decision: decision, regulation: regulation,
                frame: regions.first { $0.municipalities.contains(life.municipality) },
                language: language, about: particulars)
        } catch {
            throw .noLetter(error)
        }
    }

    /// The decision, made again from its inputs: another one rests on another regulation.
    private func replayed(
        _ assessment: CardAssessment, under regulation: Regulation
    ) throws(CardFailure) -> (DecisionInputs, Decision) {
        let stored = try bytes(assessment.decision)
        guard let inputs = try? DecisionInputs(parsing: bytes(assessment.inputs)),
            let decision = try? regulation.decide(inputs),
            let repeated = try? decision.canonicalBytes(), repeated == stored
        else { throw .noLetter(.anotherRegulation) }
        return (inputs, decision)
    }
}

extension CardLife {
    /// The day on which an official confirmed what was proposed.
    fileprivate func confirmedOn(_ history: [CardEvent]) -> CalendarDate? {
        let event = history.last { $0.kind == .refusalConfirmed || $0.kind == .grantConfirmed }
        return event?.details["on"].flatMap { try? CalendarDate(parsing: $0) }
    }
}
