/// Which applications of an organisation an authorisation covers.
public enum ApplicationScope: Hashable, Sendable {
    /// Every application that is registered for the organisation.
    case all
    /// Never empty.
    case named(Set<ApplicationID>)
}
