public import AccessRights
public import ConsultLog
public import Facts

/// One dossier in the repertory of references, as it is stored: its subject and its name are boxed,
/// and found by tokens that mean nothing without the key.
public struct ReferenceRecord: Hashable, Sendable {
    public let id: ReferenceID
    public let kind: ReferenceKind
    /// Whose dossier it is.
    public let organisation: EnterpriseNumber
    /// Which application opened it, and for what.
    public let application: ApplicationID
    public let purpose: PurposeID
    /// Under which it was opened.
    public let authorisation: AuthorisationReference
    /// The first and the last day on which it is open, unless it is closed before.
    public let from: CalendarDate
    public var until: CalendarDate
    /// Under which the boxes are and the tokens were made: the log's key of the month.
    public let key: DataKeyID
    public let subject: SealedField
    public var subjectToken: UInt64
    public let dossier: SealedField
    public let dossierToken: UInt64
    /// When it was closed; `nil` while nobody did.
    public var closed: Timestamp?

    public init(
        id: ReferenceID, kind: ReferenceKind, organisation: EnterpriseNumber,
        application: ApplicationID, purpose: PurposeID, authorisation: AuthorisationReference,
        from: CalendarDate, until: CalendarDate, key: DataKeyID, subject: SealedField,
        subjectToken: UInt64, dossier: SealedField, dossierToken: UInt64,
        closed: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.organisation = organisation
        self.application = application
        self.purpose = purpose
        self.authorisation = authorisation
        self.from = from
        self.until = until
        self.key = key
        self.subject = subject
        self.subjectToken = subjectToken
        self.dossier = dossier
        self.dossierToken = dossierToken
        self.closed = closed
    }

    /// Whether it is open on a day. It ends by itself behind its last one.
    public func isOpen(on day: CalendarDate) -> Bool {
        closed == nil && from <= day && day <= until
    }
}
