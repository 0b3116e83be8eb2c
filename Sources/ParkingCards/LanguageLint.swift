import StrictYAML

/// Looks for texts that are written in one of the two languages alone. What the municipality's own
/// languages demand is refused by the strict reader already.
enum LanguageLint {
    static func findings(_ document: YAMLNode, _ places: LintPlaces) -> [LintFinding] {
        findings(document, [], places)
    }

    private static func findings(
        _ node: YAMLNode, _ steps: [LintPlaces.Step], _ places: LintPlaces
    ) -> [LintFinding] {
        var findings: [LintFinding] = []
        if let entries = node.entries {
            let texts = Dictionary(entries.map { ($0.key, $0.value.text) }) { first, _ in first }
            let isPair = texts["nl"] != nil || texts["fr"] != nil
            for language in ["nl", "fr"] where isPair && (texts[language] ?? nil) == nil {
                findings.append(
                    places.finding(
                        .missingLanguage, .warning, at: steps, "has no text in \(language)"))
            }
            for entry in entries {
                findings += Self.findings(entry.value, steps + [.key(entry.key)], places)
            }
        }
        for (index, element) in (node.elements ?? []).enumerated() {
            findings += Self.findings(element, steps + [.index(index)], places)
        }
        return findings
    }
}
