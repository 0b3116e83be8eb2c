/// The language in which the Crossroads Bank writes labels (`LanguageType`).
public enum KSZLanguage: String, Hashable, Sendable, CaseIterable {
    case nl
    case fr
    case de
}
