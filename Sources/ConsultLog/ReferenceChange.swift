/// What became of a dossier in the repertory of references.
public enum ReferenceChange: String, Hashable, Sendable, CaseIterable {
    /// Also when it was open already: the days are those that hold since.
    case opened
    case closed
}
