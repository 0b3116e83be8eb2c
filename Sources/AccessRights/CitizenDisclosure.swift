public import Facts

/// When the citizen gets to see that a consult under an authorisation took place.
public enum CitizenDisclosure: Hashable, Sendable {
    case atOnce
    /// So many months later, because an act says so (an investigation that must not be warned).
    case after(months: Int, legalBasis: LocalizedText)
}
