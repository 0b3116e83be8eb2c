public import AccessRights
public import Facts

/// A look into the log, durable before anything is shown.
///
/// Beside it the boxes hold who looked (`official`), why (`reason`), and about whom or which
/// dossier, when the search went by that (`subject`, `dossier`).
public struct Audited: Hashable, Sendable {
    public let action: AuditAction
    /// By what was searched, in the order of their names.
    public let criteria: [AuditCriterion]
    /// Which confidential fields were laid open, in the order of their names.
    public let fields: [ConfidentialField]
    /// The consult that was looked at, when it was a single one.
    public let consult: ConsultID?
    /// The entry that was looked at, when it was a single one.
    public let entry: EntryID?
    /// Whose application looked; `nil` for a command on the machine itself.
    public let organisation: EnterpriseNumber?
    public let application: ApplicationID?
    public let trace: TraceID?
    /// How long this entry is kept.
    public let retention: RetentionClass

    public init(
        action: AuditAction, criteria: Set<AuditCriterion> = [],
        fields: Set<ConfidentialField> = [], consult: ConsultID? = nil, entry: EntryID? = nil,
        organisation: EnterpriseNumber? = nil, application: ApplicationID? = nil,
        trace: TraceID? = nil, retention: RetentionClass = .standard
    ) {
        self.action = action
        self.criteria = criteria.sorted { $0.rawValue < $1.rawValue }
        self.fields = fields.sorted { $0.rawValue < $1.rawValue }
        self.consult = consult
        self.entry = entry
        self.organisation = organisation
        self.application = application
        self.trace = trace
        self.retention = retention
    }
}
