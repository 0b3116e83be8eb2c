import Facts
import Gateway
import StrictYAML

extension SectorPlan {
    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let mode = reader.choice("mode", of: Mode.self)
        let source = reader.nullableText("source")
        let cells = reader.optionalInteger("cells", in: 1...100).map(Int.init)
        let isContiguous = reader.optionalBoolean("contiguous")
        var sectors: [Sector] = []
        _ = reader.optionalMapping("list") { list in
            for key in list.keys {
                guard let id = SectorID(parsing: key) else {
                    list.report(
                        .invalid(expected: "named by small letters, digits and dashes"), at: key)
                    continue
                }
                if let sector = list.mapping(key, { Sector(id, &$0, references) }) {
                    sectors.append(sector)
                }
            }
        }
        if mode == .list, sectors.isEmpty { reader.report(.missing, at: "list") }
        guard let mode else { return nil }
        self.init(
            mode: mode, source: source, cells: cells, isContiguous: isContiguous,
            sectors: sectors)
    }
}

extension Sector {
    fileprivate init?(
        _ id: SectorID, _ reader: inout YAMLReader, _ references: RegulationReferences
    ) {
        let label = reader.localized("label", in: references.languages)
        let codes =
            reader.has("postal_codes")
            ? reader.texts("postal_codes", expected: "a postal code of four digits") { text in
                text.utf8.count == 4 && (1000...9999).contains(Int(text) ?? 0) ? text : nil
            } : []
        let streets = reader.optionalTexts("streets")
        let municipalities =
            reader.has("municipalities")
            ? reader.texts("municipalities", expected: "a NIS code of five digits") {
                try NISCode(parsing: $0)
            } : []
        let area = Area(
            municipalities: Set(municipalities ?? []), postalCodes: Set(codes ?? []),
            streets: Set(streets ?? []))
        if area == Area() {
            reader.report(
                .invalid(expected: "with postal_codes, streets or municipalities"), at: "label")
        }
        guard let label else { return nil }
        self.init(id: id, label: label, area: area)
    }
}
