public import Facts

/// What somebody asks for: a card of a type, for a vehicle, in a municipality.
public struct CardApplication: Hashable, Sendable, Redacted {
    public let municipality: NISCode
    public let cardType: CardType
    public let applicant: SSIN
    /// The enterprise for which the applicant asks, or in whose name the vehicle is registered.
    public let enterprise: EnterpriseNumber?
    public let establishment: EstablishmentUnitNumber?
    /// The member of the household on whose card the applicant counts, when the applicant says so.
    public let householdOf: SSIN?
    public let plate: Plate
    /// More vehicles on the same card.
    public let furtherPlates: [Plate]
    public let documents: [SupportingDocument]
    public let declarations: [Declaration]
    /// How long the card is asked for; `nil` for the usual term.
    public let term: Term?
    /// The day of receipt; `nil` for the day of the decision.
    public let appliedOn: CalendarDate?
    /// The card that this application renews.
    public let renewal: Renewal?
    /// The plates of that card, which are not free because of it.
    public let renewedPlates: Set<Plate>
    /// The language in which the applicant wants the decision.
    public let language: Language

    public init(
        municipality: NISCode, cardType: CardType, applicant: SSIN,
        enterprise: EnterpriseNumber? = nil, establishment: EstablishmentUnitNumber? = nil,
        householdOf: SSIN? = nil, plate: Plate, furtherPlates: [Plate] = [],
        documents: [SupportingDocument] = [], declarations: [Declaration] = [],
        term: Term? = nil, appliedOn: CalendarDate? = nil,
        renewal: Renewal? = nil, renewedPlates: Set<Plate> = [], language: Language
    ) {
        self.municipality = municipality
        self.cardType = cardType
        self.applicant = applicant
        self.enterprise = enterprise
        self.establishment = establishment
        self.householdOf = householdOf
        self.plate = plate
        self.furtherPlates = furtherPlates
        self.documents = documents
        self.declarations = declarations
        self.term = term
        self.appliedOn = appliedOn
        self.renewal = renewal
        self.renewedPlates = renewedPlates
        self.language = language
    }

    /// Every vehicle of the card.
    var plates: [Plate] { [plate] + furtherPlates }

    /// The same application of the person alone: a resident's sector is not that of a workplace.
    var withoutEstablishment: CardApplication {
        CardApplication(
            municipality: municipality, cardType: cardType, applicant: applicant,
            enterprise: enterprise, householdOf: householdOf, plate: plate,
            furtherPlates: furtherPlates, documents: documents, declarations: declarations,
            term: term, appliedOn: appliedOn, renewal: renewal, renewedPlates: renewedPlates,
            language: language)
    }

    /// The document of this kind that is about this application and holds on `day`, the first when
    /// there are several; one that concerns a vehicle must be there for every vehicle of the card.
    func document(_ kind: SupportingDocument.Kind, on day: CalendarDate) -> SupportingDocument? {
        let own = documents.filter {
            $0.kind == kind && $0.period.contains(day) && isAbout($0)
        }
        guard kind.ties.contains(.plate) else { return own.first }
        return plates.allSatisfy { plate in own.contains { $0.plate == plate } } ? own.first : nil
    }

    /// The kinds of which a document is about this application and holds on `day`.
    func documentKinds(on day: CalendarDate) -> Set<SupportingDocument.Kind> {
        Set(documents.map(\.kind)).filter { document($0, on: day) != nil }
    }

    /// Whether the document names all that it must, and nothing else than the application does.
    private func isAbout(_ document: SupportingDocument) -> Bool {
        for tie in document.kind.ties {
            switch tie {
            case .person where document.person != applicant: return false
            case .plate where !plates.contains { $0 == document.plate }: return false
            case .enterprise where enterprise == nil || document.enterprise != enterprise:
                return false
            case .person, .plate, .enterprise: continue
            }
        }
        return true
    }
}
