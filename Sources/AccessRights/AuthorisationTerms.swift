public import Facts

/// What a deliberation says, before anybody checked that it makes sense. ``Authorisation`` is made
/// of it.
public struct AuthorisationTerms: Hashable, Sendable {
    public var id: AuthorisationID
    public var title: LocalizedText
    public var grantedBy: Deliberation
    /// Who may ask.
    public var organisation: EnterpriseNumber
    public var applications: ApplicationScope
    public var purpose: Purpose
    /// The facts that may be asked, of any source.
    public var attributes: Set<AttributeID>
    /// The questions that may be asked; the granted attributes allow further ones, see
    /// ``Authorisation/allows(_:)``.
    public var verifications: Set<VerificationID>
    /// The dossiers that may be opened in the repertory of references; `nil` when none may.
    public var references: ReferenceGrant?
    public var population: Population
    public var validity: Validity
    /// Since when the gateway knows of the authorisation; before that day nothing is given under
    /// it, so that a decision about a past day is the one of that day.
    public var knownSince: CalendarDate
    public var conditions: AuthorisationConditions
    /// How long the log entries of consults under the authorisation are kept.
    public var retention: RetentionClass
    public var disclosure: CitizenDisclosure

    public init(
        id: AuthorisationID, title: LocalizedText, grantedBy: Deliberation,
        organisation: EnterpriseNumber, applications: ApplicationScope, purpose: Purpose,
        attributes: Set<AttributeID>, verifications: Set<VerificationID>,
        references: ReferenceGrant? = nil,
        population: Population,
        validity: Validity, knownSince: CalendarDate, conditions: AuthorisationConditions,
        retention: RetentionClass, disclosure: CitizenDisclosure
    ) {
        self.id = id
        self.title = title
        self.grantedBy = grantedBy
        self.organisation = organisation
        self.applications = applications
        self.purpose = purpose
        self.attributes = attributes
        self.verifications = verifications
        self.references = references
        self.population = population
        self.validity = validity
        self.knownSince = knownSince
        self.conditions = conditions
        self.retention = retention
        self.disclosure = disclosure
    }
}
