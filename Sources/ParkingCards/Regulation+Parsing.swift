import CanonicalJSON
import Facts
public import StrictYAML

extension Regulation {
    /// The form of file that is read.
    public static let schema = "parking-regulation/0.1"

    /// Reads a regulation file (`parking-regulation/0.1`, described in `Contracts/regulations`).
    ///
    /// - Throws: ``StrictYAML/YAMLIssues`` with everything that is wrong, each with its line and
    ///   path: unknown keys and words, references that are not declared, a maximum without a
    ///   tariff rank, two values for one day, a regulation in force with unconfirmed references.
    public init(parsing bytes: some Collection<UInt8>) throws(YAMLIssues) {
        try self.init(YAMLNode(parsing: bytes))
    }

    /// Reads a regulation from a document that was parsed already.
    public init(_ document: YAMLNode) throws(YAMLIssues) {
        var reader = YAMLReader(document)
        if let schema = reader.text("schema"), schema != Self.schema {
            reader.report(.notAllowed(expected: [Self.schema]), at: "schema")
        }
        let id = reader.text("id", expected: "small letters, digits and dashes") {
            RegulationID(parsing: $0)
        }
        let status = reader.choice("status", of: RegulationStatus.self)
        let languages = reader.choices("languages", of: DecisionLanguage.self)?.map(\.language)
        if languages?.isEmpty == true {
            reader.report(.invalid(expected: "at least one language"), at: "languages")
        }
        var references = RegulationReferences(languages: Set(languages ?? [.nl, .fr]))
        let municipality = reader.mapping("municipality") { Self.municipality(&$0, references) }
        let deciders = reader.texts("decided_by", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        if deciders?.isEmpty == true {
            reader.report(.invalid(expected: "at least one organisation"), at: "decided_by")
        }
        let `operator` = reader.mapping("operator") { Operator(&$0) }
        let policy = reader.mapping("policy") { RegulationPolicy(&$0, lawAt: nil) }
        let lawAt = reader.choice("law_at", of: RegulationPolicy.LawAt.self)
        // Kept although one of them is wrong, so that the rest is not called undeclared.
        _ = reader.mapping("refs") { references.read(&$0, status: status) }
        let sectors = reader.mapping("sectors") { SectorPlan(&$0, references) }
        references.sectors = Set(sectors?.sectors.map(\.id) ?? [])
        let cardTypes = reader.mapping("card_types") { Self.cardTypes(&$0, references) }
        let letter = reader.optionalMapping("letter") { LetterTexts(&$0, references, status) }
        if status == .inForce, !reader.has("letter") { reader.report(.missing, at: "letter") }
        let hash = try? RegulationHash(of: document)
        if hash == nil {
            reader.report(.invalid(expected: "text that JSON can hold"), at: "schema")
        }
        let parts = try reader.complete(
            id, hash, status, municipality, languages, policy, cardTypes, deciders, `operator`,
            lawAt, sectors)
        self.init(
            id: parts.0, hash: parts.1, status: parts.2, municipality: parts.3.code,
            name: parts.3.name, operator: parts.8, deciders: Set(parts.7), languages: parts.4,
            policy: parts.5.with(parts.9), sectors: parts.10, references: references.all,
            cardTypes: parts.6, letter: letter)
    }

    private static func municipality(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> (code: NISCode, name: LocalizedText)? {
        let code = reader.text("nis", expected: "a NIS code of five digits") {
            try NISCode(parsing: $0)
        }
        let name = reader.localized("name", in: references.languages)
        guard let code, let name else { return nil }
        return (code, name)
    }

    private static func cardTypes(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> [CardType: CardRules]? {
        var types: [CardType: CardRules] = [:]
        for key in reader.keys {
            guard let type = CardType(rawValue: key) else {
                reader.report(.invalid(expected: "named by small letters and underscores"), at: key)
                continue
            }
            types[type] = reader.mapping(key) { CardRules(&$0, references) }
        }
        return types
    }
}

/// The languages in which an act concerning a citizen can be drawn up.
private enum DecisionLanguage: String, CaseIterable {
    case nl
    case fr

    var language: Language {
        switch self {
        case .nl: .nl
        case .fr: .fr
        }
    }
}
