/// One text in the languages in which it was written.
public struct LocalizedText: Hashable, Sendable {
    public let nl: String
    public let fr: String
    /// English is offered where somebody wrote it.
    public let en: String?

    public init(nl: String, fr: String, en: String? = nil) {
        self.nl = nl
        self.fr = fr
        self.en = en
    }

    /// The text in `language`; Dutch where no English was written.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .fr: fr
        case .en: en ?? nl
        }
    }
}
