/// Which kinds of plates are accepted.
public enum PlateKindRule: Hashable, Sendable {
    case only(Set<PlateKind>)
    case allBut(Set<PlateKind>)

    /// Whether a plate of this kind is accepted.
    public func accepts(_ kind: PlateKind) -> Bool {
        switch self {
        case .only(let kinds): kinds.contains(kind)
        case .allBut(let kinds): !kinds.contains(kind)
        }
    }
}
