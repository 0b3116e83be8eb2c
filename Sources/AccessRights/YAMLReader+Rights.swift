import Facts
import StrictYAML

/// What the documents of this target have in common.
extension YAMLReader {
    static let name = "1 to 64 small letters, digits, dots and dashes"

    /// A text that people wrote for people.
    mutating func prose(_ key: String) -> String? {
        text(key, expected: DocumentText.expected) {
            DocumentText.isAcceptable($0) ? $0 : nil
        }
    }

    /// A text in Dutch and French, and in English where somebody wrote it.
    mutating func localized(_ key: String) -> LocalizedText? {
        mapping(key) { $0.localizedText() }
    }

    mutating func localizedText() -> LocalizedText? {
        let nl = prose("nl")
        let fr = prose("fr")
        let en = has("en") ? prose("en") : nil
        guard let nl, let fr else { return nil }
        return LocalizedText(nl: nl, fr: fr, en: en)
    }

    mutating func enterpriseNumber(_ key: String) -> EnterpriseNumber? {
        text(key, expected: "an enterprise number") { try EnterpriseNumber(parsing: $0) }
    }

    mutating func calendarDate(_ key: String) -> CalendarDate? {
        date(key).flatMap { try? CalendarDate(parsing: $0) }
    }

    /// Notes that an entry breaks a rule, when there is anything that it "must be".
    mutating func demand(_ expected: String?, at key: String) {
        if let expected { report(.invalid(expected: expected), at: key) }
    }

    /// A list of which no element occurs twice.
    mutating func distinct<Value: Hashable>(
        _ key: String, expected: String, _ parse: (String) throws -> Value?
    ) -> Set<Value>? {
        var known: Set<Value> = []
        // Two elements that parse to one value can be written differently: the values count.
        let values = texts(key, expected: "\(expected), named once") { text in
            guard let value = try parse(text) else { return nil as Value? }
            return known.insert(value).inserted ? value : nil
        }
        return values.map { Set($0) }
    }
}
