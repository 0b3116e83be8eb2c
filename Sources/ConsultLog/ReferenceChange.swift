/// What became of a dossier in the repertory of references.
public enum ReferenceChange: String, Hashable, Sendable, CaseIterable {
    case opened
    case closed
}
