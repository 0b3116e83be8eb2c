public import Facts

/// About whom an authorisation grants facts.
public enum Population: Hashable, Sendable {
    case everyone
    /// People whose file one of these municipalities manages. The gateway finds out by a logged
    /// consult of its own, before it gives anything.
    case residents(of: Set<NISCode>)
}
