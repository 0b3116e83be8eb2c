public import Facts

/// In whose name an invented vehicle is registered.
public enum SyntheticHolder: Hashable, Sendable, Redacted {
    case person(SSIN)
    case enterprise(SyntheticEnterprise)
}
