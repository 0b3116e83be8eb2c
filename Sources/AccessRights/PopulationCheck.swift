public import Facts

/// What must prove true of the subject before anything is given.
public enum PopulationCheck: Hashable, Sendable {
    /// One of these municipalities manages the person's file.
    case residence(in: Set<NISCode>)
}
