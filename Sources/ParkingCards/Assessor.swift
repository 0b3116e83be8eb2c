public import Facts

/// Finds out what a regulation asks for, and decides.
public struct Assessor: Sendable {
    private let regulations: [NISCode: Regulation]
    private let facts: any FactChecker
    private let cards: any CardStorage

    /// - Parameter regulations: by the municipality that made them.
    public init(
        regulations: [NISCode: Regulation], facts: any FactChecker, cards: any CardStorage
    ) {
        self.regulations = regulations
        self.facts = facts
        self.cards = cards
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
        guard let regulation = regulations[application.municipality] else {
            throw .unknownMunicipality
        }
        let terms: CardTerms
        do {
            terms = try regulation.terms(for: application.cardType, on: day, asKnownOn: day)
        } catch {
            throw .noRuleInForce
        }
        let inquiry = Inquiry(
            application: application, facts: facts, cards: cards, day: day, time: time)
        let examination = Examination(
            application: application, municipality: regulation.name, maximum: terms.maximum,
            day: day)
        var findings = Findings()
        for condition in terms.rules.conditionsLeastDataFirst {
            try await inquiry.ask(for: condition.requirement, into: &findings)
            let result = examination.result(of: condition, given: findings)
            if regulation.stopsAfterDefinitiveFalse, result.outcome == .notSatisfied { break }
        }
        return regulation.decide(
            application, given: findings, under: terms, on: day, rulesAsKnownOn: day)
    }
}
