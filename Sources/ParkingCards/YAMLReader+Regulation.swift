import Facts
import StrictYAML

extension YAMLReader {
    /// A mapping with one text in Dutch and French.
    mutating func localized(_ key: String) -> LocalizedText? {
        mapping(key) { $0.localizedPair() }
    }

    /// The entries `nl` and `fr` of this mapping.
    mutating func localizedPair() -> LocalizedText? {
        let dutch = text("nl")
        let french = text("fr")
        guard let dutch, let french else { return nil }
        return LocalizedText(nl: dutch, fr: french)
    }

    /// A date from 1900 to 2100.
    mutating func day(_ key: String) -> CalendarDate? {
        text(key, expected: "a date YYYY-MM-DD from 1900 to 2100") { text in
            let date = try CalendarDate(parsing: text)
            return (1900...2100).contains(date.year) ? date : nil
        }
    }
}
