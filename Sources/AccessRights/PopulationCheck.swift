public import Facts

/// What must prove true of the subject before anything is given.
public enum PopulationCheck: Hashable, Sendable {
    /// One of these municipalities manages the person's file.
    case residence(in: Set<NISCode>)

    /// Whether a person whose file `municipality` manages is one of the population.
    public func isMet(by municipality: NISCode) -> Bool {
        switch self {
        case .residence(let municipalities): municipalities.contains(municipality)
        }
    }
}
