public import StrictYAML

/// Something that is wrong or doubtful in a regulation file, with its place.
public struct LintFinding: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The file cannot be used as it stands.
        case error
        /// The municipality should look at it; the file is used as it stands.
        case warning
    }

    /// What kind of finding it is; the raw value is its name in the report.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The strict reader refuses it: an unknown key or word, a missing text, a bad date, …
        case form
        case gapInDates
        case overlapInDates
        case orderOfDates
        case maximumWithoutTariff
        case outsideAuthorisation
        case noAuthorisation
        case missingLanguage
        case belowRegionalMinimum
        case aboveRegionalMaximum
        case unusedReference
        case unusedVariant
        case noLetter
        case draftText
    }

    public let rule: Rule
    public let severity: Severity
    public let position: YAMLPosition
    /// Where in the document: `card_types.resident.tariff[1]`.
    public let path: String
    /// What is the matter; it holds no value of the file but days and amounts.
    public let message: String

    /// One line for a person.
    public var line: String {
        let subject = path.isEmpty ? "the document" : path
        return "line \(position.line), column \(position.column): \(severity.rawValue): "
            + "\(subject) \(message)"
    }
}
