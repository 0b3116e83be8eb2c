/// How a ``JSONReader`` treats what its contract does not name.
public enum JSONTolerance: Hashable, Sendable {
    /// Unknown members and `null` are issues: for what we are asked.
    case strict
    /// Unknown members are ignored and `null` counts as absent: for what a source answers.
    case lenient
}
