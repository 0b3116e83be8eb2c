/// What a registered application may do with the gateway, besides what its rights say.
public enum ApplicationRole: String, Hashable, Sendable, CaseIterable {
    /// Asks for facts.
    case consumer
    /// Looks into the log for an organisation's DPO.
    case auditor
    /// Keeps the authorisations for the data protection officer: drafts, submits, suspends, revokes.
    case dpo
    /// Approves authorisations for the body that grants them: approves, resumes, revokes.
    case controlCommission
    /// Keeps the directory of officials, as the personnel system does.
    case provisioning
}
