import Facts
public import StrictYAML

extension RegionalFrame {
    /// The form of file that is read.
    public static let schema = "regional-frame/0.1"

    /// Reads the frame of a region (`regional-frame/0.1`, described in `Contracts/regulations`).
    ///
    /// - Throws: ``StrictYAML/YAMLIssues`` with everything that is wrong, each with its line.
    public init(parsing bytes: some Collection<UInt8>) throws(YAMLIssues) {
        var reader = YAMLReader(try YAMLNode(parsing: bytes))
        if let schema = reader.text("schema"), schema != Self.schema {
            reader.report(.notAllowed(expected: [Self.schema]), at: "schema")
        }
        let id = reader.text("id", expected: "small letters, digits and dashes") {
            RegulationID(parsing: $0)
        }
        let status = reader.choice("status", of: RegulationStatus.self)
        let both: Set<Language> = [.nl, .fr]
        let name = reader.localized("name", in: both)
        let municipalities = reader.texts("municipalities", expected: "a NIS code") {
            try NISCode(parsing: $0)
        }
        var references = RegulationReferences(languages: both)
        _ = reader.mapping("refs") { references.read(&$0, status: status) }
        let bounds = reader.mapping("card_types") { Self.bounds(&$0, references) }
        let zone = reader.mapping("lez") { LowEmissionZone(&$0, references) }
        let parts = try reader.complete(id, status, name, municipalities, bounds, zone)
        self.init(
            id: parts.0, status: parts.1, name: parts.2, municipalities: Set(parts.3),
            bounds: parts.4, lowEmissionCategories: parts.5.categories,
            lowEmissionExemptions: parts.5.exemptions, lowEmissionMinima: parts.5.minima,
            enforcement: parts.5.enforcement)
    }

    private static func bounds(
        _ reader: inout YAMLReader, _ references: RegulationReferences
    ) -> [CardType: Bounds]? {
        var bounds: [CardType: Bounds] = [:]
        for key in reader.keys {
            guard let type = CardType(rawValue: key) else {
                reader.report(.invalid(expected: "named by small letters and underscores"), at: key)
                continue
            }
            bounds[type] = reader.mapping(key) { entry in
                Bounds(
                    leastAmounts: DatedValues.optional(
                        &entry, "minimum", references, value: Tariff.read),
                    mostCards: DatedValues<Int>.optional(&entry, "maximum", references) {
                        $0.wholeNumber("value", in: 0...1000)
                    })
            }
        }
        return bounds
    }
}

/// The calendar of the zone while a frame is read.
private struct LowEmissionZone {
    let categories: Set<VehicleCategory>
    let exemptions: Set<PlateKind>
    let minima: DatedValues<LowEmissionRule.Minimum>
    let enforcement: [RegionalFrame.Enforcement]

    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let categories = reader.choices("categories", of: VehicleCategory.self)
        let exemptions = reader.choices("exempt_plate_kinds", of: PlateKind.self)
        let minima = DatedValues(&reader, "min_euro", references) { entry in
            let diesel = entry.wholeNumber("diesel", in: 0...9)
            let petrol = entry.wholeNumber("petrol", in: 0...9)
            guard let diesel, let petrol else { return LowEmissionRule.Minimum?.none }
            return LowEmissionRule.Minimum(diesel: diesel, petrol: petrol)
        }
        let enforcement = reader.list("enforcement") { entry -> RegionalFrame.Enforcement? in
            let milestone = entry.day("milestone")
            let warn = entry.day("warn_from")
            let fine = entry.day("fine_from")
            guard let milestone, let warn, let fine else { return nil }
            return RegionalFrame.Enforcement(
                milestone: milestone, warnFrom: warn, fineFrom: fine)
        }
        guard let categories, let exemptions, let minima, let enforcement else { return nil }
        self.categories = Set(categories)
        self.exemptions = Set(exemptions)
        self.minima = minima
        self.enforcement = enforcement
    }
}
