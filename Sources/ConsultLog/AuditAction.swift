/// How somebody looked into the log.
public enum AuditAction: String, Hashable, Sendable, CaseIterable {
    /// Entries were searched for; what was confidential stayed closed.
    case search
    /// Confidential fields were laid open.
    case disclosure
    /// Entries were handed over as a file.
    case export
    /// The asker took the proof of an own consult.
    case receipt
    /// The subjects of dossiers in the repertory of references were laid open.
    case references
}
