import Facts
import StrictYAML

extension DatedValues {
    /// Reads a list of entries with `from`, `recorded` (by default the same day), `ref` and a
    /// value.
    init?(
        _ reader: inout YAMLReader, _ key: String, _ references: RegulationReferences,
        value: (inout YAMLReader) -> Value?
    ) {
        var seen: Set<[CalendarDate]> = []
        let entries = reader.list(key) { entry -> Entry? in
            let from = entry.day("from")
            let recorded = entry.has("recorded") ? entry.day("recorded") : from
            let reference = references.reference(&entry)
            let value = value(&entry)
            guard let from, let recorded, let reference, let value else { return nil }
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
}
