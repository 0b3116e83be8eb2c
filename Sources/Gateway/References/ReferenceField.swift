/// By what a dossier is found in the repertory of references.
public enum ReferenceField: String, Hashable, Sendable, CaseIterable {
    case subject
    case dossier
}
