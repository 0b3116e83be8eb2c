public import Facts

/// Everything on which a decision rests, besides the regulation: no number of a person, no plate,
/// no household, no address.
///
/// Stored, it makes the decision again byte for byte (``Regulation/decide(_:)``).
public struct DecisionInputs: Hashable, Sendable, Redacted {
    public var municipality: NISCode
    public var cardType: CardType
    public var appliedOn: CalendarDate
    public var decidedOn: CalendarDate
    /// The day as of which the rules are known.
    public var knownOn: CalendarDate
    public var language: Language
    public var term: Term?
    /// How many vehicles the card is for.
    public var plates: Int
    /// The kinds of which a document is about the application and holds on the day of the decision.
    public var documents: Set<SupportingDocument.Kind>
    public var renewal: Renewal?
    public var findings: Findings

    public init(
        municipality: NISCode, cardType: CardType, appliedOn: CalendarDate,
        decidedOn: CalendarDate, knownOn: CalendarDate, language: Language, term: Term? = nil,
        plates: Int = 1, documents: Set<SupportingDocument.Kind> = [], renewal: Renewal? = nil,
        findings: Findings
    ) {
        self.municipality = municipality
        self.cardType = cardType
        self.appliedOn = appliedOn
        self.decidedOn = decidedOn
        self.knownOn = knownOn
        self.language = language
        self.term = term
        self.plates = plates
        self.documents = documents
        self.renewal = renewal
        self.findings = findings
    }

    /// What of an application a decision may rest on. One that is dated after the decision counts
    /// as made on its day: nobody chooses the law of tomorrow.
    public init(
        _ application: CardApplication, decidedOn day: CalendarDate, knownOn: CalendarDate,
        findings: Findings
    ) {
        self.init(
            municipality: application.municipality, cardType: application.cardType,
            appliedOn: min(application.appliedOn ?? day, day), decidedOn: day, knownOn: knownOn,
            language: application.language, term: application.term,
            plates: application.plates.count, documents: application.documentKinds(on: day),
            renewal: application.renewal, findings: findings)
    }
}
