public import AccessRights
public import ConsultLog
public import Facts

/// What is to be opened in the repertory of references. The name of the dossier is that of the
/// context in which it is ordered.
public struct ReferenceOrder: Hashable, Sendable, Redacted {
    public let kind: ReferenceKind
    public let subject: Subject
    public let dossier: DossierReference
    /// The last day on which it is open.
    public let until: CalendarDate

    public init(
        kind: ReferenceKind, subject: Subject, dossier: DossierReference, until: CalendarDate
    ) {
        self.kind = kind
        self.subject = subject
        self.dossier = dossier
        self.until = until
    }
}
