public import Facts

/// Finds out what a regulation asks for, and decides.
public struct Assessor: Sendable {
    private let regulations: [NISCode: Regulation]
    private let regions: [RegionalFrame]
    private let facts: any FactChecker
    private let cards: any CardStorage
    private let census: (any CardCensus)?
    private let usable: Set<RegulationStatus>

    /// - Parameters:
    ///   - regulations: by the municipality that made them.
    ///   - regions: the frames, of which one may cover the municipality: its low-emission zone
    ///     applies.
    ///   - census: what counts other cards than people's; without it those counts are unknown.
    ///   - usable: under which regulations it decides; in production only those in force.
    public init(
        regulations: [NISCode: Regulation], regions: [RegionalFrame] = [], facts: any FactChecker,
        cards: any CardStorage, census: (any CardCensus)? = nil,
        deciding usable: Set<RegulationStatus> = Set(RegulationStatus.allCases)
    ) {
        self.regulations = regulations
        self.regions = regions
        self.facts = facts
        self.cards = cards
        self.census = census
        self.usable = usable
    }

    /// Assesses an application on a day. It only reads: nothing is reserved.
    ///
    /// The questions are asked one after the other, least data first (see ``ConditionID``), and
    /// only those that the regulation needs; where it says so, none after a definitive no.
    ///
    /// - Parameters:
    ///   - day: the day of the decision, in Brussels.
    ///   - time: the moment of which the card register's answers are dated.
    /// - Throws: ``AssessmentFailure``; never because a source is silent.
    public func assess(
        _ application: CardApplication, on day: CalendarDate, at time: Timestamp
    ) async throws(AssessmentFailure) -> Decision {
        try await explore(application, on: day, at: time).decision
    }

    /// Assesses an application and returns what the decision rests on too, to be stored with it:
    /// ``Regulation/decide(_:)`` makes the same decision of it again.
    ///
    /// - Throws: as ``assess(_:on:at:)``.
    public func explore(
        _ application: CardApplication, on day: CalendarDate, at time: Timestamp
    ) async throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs) {
        guard let regulation = regulations[application.municipality] else {
            throw .unknownMunicipality
        }
        guard usable.contains(regulation.status) else { throw .noRuleInForce }
        var inputs = DecisionInputs(
            application, decidedOn: day, knownOn: day, findings: Findings())
        let usual = try terms(of: regulation, for: inputs, .normal)
        let inquiry = inquiry(application, regulation, day, time)
        let given = try await ask(inquiry, usual, of: regulation, into: &inputs)
        if given != .normal, usual.rules.variants[given]?.key != nil {
            let terms = try terms(of: regulation, for: inputs, given)
            try await inquiry.count(terms, into: &inputs.findings)
        }
        do throws(NoRuleInForce) {
            return (try regulation.decide(inputs), inputs)
        } catch {
            throw .noRuleInForce
        }
    }

    /// Asks condition by condition, and returns the variant that the documents give.
    private func ask(
        _ inquiry: Inquiry, _ terms: CardTerms, of regulation: Regulation,
        into inputs: inout DecisionInputs
    ) async throws(AssessmentFailure) -> CardVariant {
        var alternatives: [Alternative] = []
        let noticed = Set(
            terms.rules.notices.lazy.filter { $0.effect == .notice }.map(\.condition.id))
        for condition in terms.rules.conditionsLeastDataFirst {
            try await inquiry.ask(for: condition, under: terms, into: &inputs.findings)
            let verdict = regulation.examination(inputs, under: terms).verdict(on: condition)
            if let alternative = verdict.alternative { alternatives.append(alternative) }
            let isDefinitive =
                verdict.outcome == .notSatisfied && !noticed.contains(condition.id)
                // A variant that a later document gives can have a quota of its own.
                && (condition.id != .quota
                    || terms.rules.variants.values.allSatisfy { $0.key == nil })
            if isDefinitive, regulation.stopsAfterDefinitiveFalse { break }
        }
        return Regulation.variant(alternatives)
    }

    private func terms(
        of regulation: Regulation, for inputs: DecisionInputs, _ variant: CardVariant
    ) throws(AssessmentFailure) -> CardTerms {
        do throws(NoRuleInForce) {
            return try regulation.terms(for: inputs, variant)
        } catch {
            throw .noRuleInForce
        }
    }

    private func inquiry(
        _ application: CardApplication, _ regulation: Regulation, _ day: CalendarDate,
        _ time: Timestamp
    ) -> Inquiry {
        Inquiry(
            application: application, regulation: regulation,
            lowEmission: regions.first { $0.municipalities.contains(regulation.municipality) }?
                .lowEmissionRule(on: day, asKnownOn: day), facts: facts,
            cards: cards, census: census, day: day, time: time)
    }
}
