/// What a search into the log goes by. The log holds the names of the criteria in clear, and never
/// their values.
public enum AuditCriterion: String, Hashable, Sendable, CaseIterable {
    case application
    case authorisation
    case consult
    case dossier
    case kind
    case official
    case organisation
    case outcome
    case period
    case purpose
    case source
    case subject
}
