/// A language that the product speaks: the two of the Region, and English for the rest.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case nl
    case fr
    case en
}
