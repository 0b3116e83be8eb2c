import CanonicalJSON
import Facts
public import StrictYAML

extension Regulation {
    /// Reads a regulation file (`parking-regulation/0.1`, described in `Contracts/regulations`).
    ///
    /// - Throws: ``StrictYAML/YAMLIssues`` with everything that is wrong, each with its line and
    ///   path: unknown keys and words, references that are not declared, a maximum without a
    ///   tariff rank, two values for one day, a regulation in force with unconfirmed references.
    public init(parsing bytes: some Collection<UInt8>) throws(YAMLIssues) {
        let document = try YAMLNode(parsing: bytes)
        var reader = YAMLReader(document)
        if let schema = reader.text("schema"), schema != "parking-regulation/0.1" {
            reader.report(.notAllowed(expected: ["parking-regulation/0.1"]), at: "schema")
        }
        let id = reader.text("id", expected: "small letters, digits and dashes") {
            RegulationID(parsing: $0)
        }
        let status = reader.choice("status", of: RegulationStatus.self)
        let municipality = reader.mapping("municipality") { Self.municipality(&$0) }
        let deciders = reader.texts("decided_by", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        if deciders?.isEmpty == true {
            reader.report(.invalid(expected: "at least one organisation"), at: "decided_by")
        }
        let languages = reader.choices("languages", of: DecisionLanguage.self)
        if languages?.isEmpty == true {
            reader.report(.invalid(expected: "at least one language"), at: "languages")
        }
        let stops = reader.mapping("policy") { Self.policy(&$0) }
        // Kept although one of them is wrong, so that the rest is not called undeclared.
        var references = RegulationReferences()
        _ = reader.mapping("refs") { references = RegulationReferences(&$0, status: status) }
        let cardTypes = reader.mapping("card_types") { Self.cardTypes(&$0, references) }
        let hash = try? RegulationHash(of: document)
        if hash == nil {
            reader.report(.invalid(expected: "text that JSON can hold"), at: "schema")
        }
        let parts = try reader.complete(
            id, hash, status, municipality, languages, stops, cardTypes, deciders)
        self.id = parts.0
        self.hash = parts.1
        self.status = parts.2
        self.municipality = parts.3.code
        name = parts.3.name
        self.languages = parts.4.map(\.language)
        stopsAfterDefinitiveFalse = parts.5
        self.cardTypes = parts.6
        self.deciders = Set(parts.7)
    }

    private static func municipality(
        _ reader: inout YAMLReader
    ) -> (code: NISCode, name: LocalizedText)? {
        let code = reader.text("nis", expected: "a NIS code of five digits") {
            try NISCode(parsing: $0)
        }
        let name = reader.localized("name")
        guard let code, let name else { return nil }
        return (code, name)
    }

    /// Reads the policy and returns whether a definitive no ends the questions.
    private static func policy(_ reader: inout YAMLReader) -> Bool? {
        // Only one way is lawful without a text of its own (GDPR art. 22): the file says it aloud.
        _ = reader.choice("refusal", of: RefusalPolicy.self)
        return reader.boolean("stop_after_definitive_false")
    }

    private static func cardTypes(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> [CardType: CardRules]? {
        var types: [CardType: CardRules] = [:]
        for type in CardType.allCases where reader.has(type.rawValue) {
            types[type] = reader.mapping(type.rawValue) { CardRules(&$0, references) }
        }
        return types
    }
}

/// The languages in which an act concerning a citizen can be drawn up in the Region.
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

private enum RefusalPolicy: String, CaseIterable {
    case propose
}
