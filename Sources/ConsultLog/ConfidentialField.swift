/// The names of the fields that an entry holds boxed.
public enum ConfidentialField: String, Hashable, Sendable, CaseIterable {
    case dossier
    case official
    case reason
    case received
    case stated
    case subject
}
