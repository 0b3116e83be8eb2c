import Facts
import StrictYAML

extension DatedValues {
    /// Reads a list of entries with `from`, `recorded` (by default the same day), `ref` and a
    /// value; an entry whose `value` is null ends the rule.
    init?(
        _ reader: inout YAMLReader, _ key: String, _ references: RegulationReferences,
        value: (inout YAMLReader) -> Value?
    ) {
        var seen: Set<[CalendarDate]> = []
        let entries = reader.list(key) { entry -> Entry? in
            let from = entry.day("from")
            let recorded = entry.has("recorded") ? entry.day("recorded") : from
            let reference = references.reference(&entry)
            _ = entry.nullableText("note")
            let ends = entry.has("value") && entry.isNull("value")
            let value = ends ? nil : value(&entry)
            guard let from, let recorded, let reference, ends || value != nil else { return nil }
            guard seen.insert([from, recorded]).inserted else {
                entry.report(
                    .invalid(expected: "another day than before, or recorded on another"),
                    at: "from")
                return nil
            }
            return Entry(from: from, recorded: recorded, value: value, reference: reference)
        }
        guard let entries else { return nil }
        if entries.isEmpty { reader.report(.invalid(expected: "at least one entry"), at: key) }
        self.init(entries)
    }

    /// The same, where the key may be absent.
    static func optional(
        _ reader: inout YAMLReader, _ key: String, _ references: RegulationReferences,
        value: (inout YAMLReader) -> Value?
    ) -> DatedValues? {
        reader.has(key) ? DatedValues(&reader, key, references, value: value) : nil
    }
}
