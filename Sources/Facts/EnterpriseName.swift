/// One name of an enterprise (`denomination`).
public struct EnterpriseName: Hashable, Sendable, Redacted {
    /// `TypeOfDenomination`.
    public enum Kind: String, Hashable, Sendable {
        case name = "001"
        case abbreviation = "002"
        case commercial = "003"
        case branch = "004"
    }

    public let text: String
    public let kind: Kind
    /// The register's language code: `0` unknown, `1` French, `2` Dutch, `3` German, `4` English.
    public let language: String

    public init(text: String, kind: Kind, language: String) {
        self.text = text
        self.kind = kind
        self.language = language
    }
}
