/// What entries say in clear and can be searched by.
public enum ClearField: String, Hashable, Sendable, CaseIterable {
    case application
    case authorisation
    case organisation
    case outcome
    case purpose
    case source
}
