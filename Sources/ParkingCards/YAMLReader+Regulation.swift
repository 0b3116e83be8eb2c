import Facts
import StrictYAML

extension YAMLReader {
    /// A mapping with one text in the languages of a regulation.
    mutating func localized(_ key: String, in languages: Set<Language>) -> LocalizedText? {
        mapping(key) { $0.localizedPair(in: languages) }
    }

    /// The entries `nl` and `fr` of this mapping. A language in which the municipality does not
    /// decide may be left out: the other text then stands for it.
    mutating func localizedPair(in languages: Set<Language>) -> LocalizedText? {
        let dutch = languages.contains(.nl) ? text("nl") : nullableText("nl")
        let french = languages.contains(.fr) ? text("fr") : nullableText("fr")
        guard let first = dutch ?? french else { return nil }
        if languages.contains(.nl), dutch == nil { return nil }
        if languages.contains(.fr), french == nil { return nil }
        return LocalizedText(nl: dutch ?? first, fr: french ?? first)
    }

    /// Text, or nothing where the key is missing or null.
    mutating func nullableText(_ key: String) -> String? {
        isNull(key) ? nil : optionalText(key)
    }

    /// Whether the entry is absent or null.
    mutating func isNull(_ key: String) -> Bool { optionalNode(key)?.isNull ?? true }

    /// A date from 1900 to 2100.
    mutating func day(_ key: String) -> CalendarDate? {
        text(key, expected: "a date YYYY-MM-DD from 1900 to 2100") { text in
            let date = try CalendarDate(parsing: text)
            return (1900...2100).contains(date.year) ? date : nil
        }
    }

    mutating func optionalDay(_ key: String) -> CalendarDate? { isNull(key) ? nil : day(key) }

    mutating func days(_ key: String) -> DayCount? {
        text(key, expected: "a number of days such as P30D") { DayCount(parsing: $0) }
    }

    mutating func term(_ key: String) -> Term? {
        text(key, expected: "a term such as P1Y or P3M") { Term(parsing: $0) }
    }

    mutating func optionalTerm(_ key: String) -> Term? { has(key) ? term(key) : nil }

    mutating func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
        integer(key, in: Int64(range.lowerBound)...Int64(range.upperBound)).map(Int.init)
    }

    mutating func optionalBoolean(_ key: String) -> Bool? { has(key) ? boolean(key) : nil }

    /// A number with at most `digits` decimals, as a whole number of its smallest parts.
    mutating func decimal(_ key: String, digits: Int, in range: ClosedRange<Int>) -> Int? {
        let expected = "a number with at most \(digits) decimals, within its range"
        return text(key, expected: expected) { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, let whole = ISODuration.count(parts[0]) else { return nil }
            var fraction = parts.count == 2 ? String(parts[1]) : ""
            guard parts.count == 1 || (1...digits).contains(fraction.utf8.count) else {
                return nil
            }
            fraction += String(repeating: "0", count: digits - fraction.utf8.count)
            var value = whole
            for byte in fraction.utf8 {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return range.contains(value) ? value : nil
        }
    }
}
