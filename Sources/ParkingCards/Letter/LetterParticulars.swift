public import Facts

/// What a letter says besides the decision. Of people it holds the applicant alone.
public struct LetterParticulars: Hashable, Sendable, Redacted {
    public var decidedOn: CalendarDate
    public var appliedOn: CalendarDate?
    /// The day on which an official confirmed what was proposed; `nil` as long as nobody did.
    public var confirmedOn: CalendarDate?
    /// The days of the card where they are others than those of the decision: a renewal begins
    /// behind the card that it renews.
    public var validity: ValidityPeriod?
    /// What was handed in and counted.
    public var documents: Set<SupportingDocument.Kind>
    /// By which the applicant and the municipality know the application.
    public var reference: String?
    /// The name and the address of the applicant, line by line, where the caller knows them.
    public var addressee: [String]
    /// The plates of the application, as they are written.
    public var plates: [String]

    public init(
        decidedOn: CalendarDate, appliedOn: CalendarDate? = nil, confirmedOn: CalendarDate? = nil,
        validity: ValidityPeriod? = nil,
        documents: Set<SupportingDocument.Kind> = [], reference: String? = nil,
        addressee: [String] = [], plates: [String] = []
    ) {
        self.decidedOn = decidedOn
        self.appliedOn = appliedOn
        self.confirmedOn = confirmedOn
        self.validity = validity
        self.documents = documents
        self.reference = reference
        self.addressee = addressee
        self.plates = plates
    }

    /// What stored inputs tell.
    public init(_ inputs: DecisionInputs) {
        self.init(
            decidedOn: inputs.decidedOn, appliedOn: inputs.appliedOn, documents: inputs.documents)
    }
}
