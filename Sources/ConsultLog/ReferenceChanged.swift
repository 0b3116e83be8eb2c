public import AccessRights
public import Facts

/// A dossier was opened or closed in the repertory of references; durable before the repertory says
/// so. One that ends at its day has no further entry: the day stands in the one that opened it.
///
/// Beside it the boxes hold on whom or what (`subject`), under which name (`dossier`) and for which
/// official (`official`).
public struct ReferenceChanged: Hashable, Sendable {
    public let change: ReferenceChange
    public let reference: ReferenceID
    public let kind: ReferenceKind
    /// Whose dossier it is.
    public let organisation: EnterpriseNumber
    /// Through which application it was opened or closed.
    public let application: ApplicationID
    public let purpose: PurposeID
    /// Under which it was opened.
    public let authorisation: AuthorisationReference
    /// The first and the last day on which it is open, unless it is closed before.
    public let from: CalendarDate
    public let until: CalendarDate
    public let trace: TraceID?
    /// How long this entry is kept.
    public let retention: RetentionClass

    public init(
        _ change: ReferenceChange, of reference: ReferenceID, _ kind: ReferenceKind,
        by organisation: EnterpriseNumber, _ application: ApplicationID, for purpose: PurposeID,
        under authorisation: AuthorisationReference, from: CalendarDate, until: CalendarDate,
        trace: TraceID? = nil, retention: RetentionClass = .standard
    ) {
        self.change = change
        self.reference = reference
        self.kind = kind
        self.organisation = organisation
        self.application = application
        self.purpose = purpose
        self.authorisation = authorisation
        self.from = from
        self.until = until
        self.trace = trace
        self.retention = retention
    }
}
