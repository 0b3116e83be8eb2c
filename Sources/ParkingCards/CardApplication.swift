public import Facts

/// What somebody asks for: a card of a type, for a vehicle, in a municipality.
public struct CardApplication: Hashable, Sendable, Redacted {
    public let municipality: NISCode
    public let cardType: CardType
    public let applicant: SSIN
    public let plate: Plate
    public let documents: [SupportingDocument]
    /// The language in which the applicant wants the decision.
    public let language: Language

    public init(
        municipality: NISCode, cardType: CardType, applicant: SSIN, plate: Plate,
        documents: [SupportingDocument] = [], language: Language
    ) {
        self.municipality = municipality
        self.cardType = cardType
        self.applicant = applicant
        self.plate = plate
        self.documents = documents
        self.language = language
    }

    /// The document of this kind that names this applicant and this vehicle and holds on `day`,
    /// the first when there are several.
    func document(_ kind: SupportingDocument.Kind, on day: CalendarDate) -> SupportingDocument? {
        documents.first {
            $0.kind == kind && $0.person == applicant && $0.plate == plate
                && $0.period.contains(day)
        }
    }
}
