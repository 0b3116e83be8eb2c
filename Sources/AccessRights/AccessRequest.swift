public import Facts

/// What somebody wants to know, as far as the right to know it depends on it. The subject is not
/// part of it: no decision looks at a person.
public struct AccessRequest: Hashable, Sendable {
    /// What is asked of the source.
    public enum Wish: Hashable, Sendable {
        /// The facts themselves; never empty.
        case attributes(Set<AttributeID>)
        /// A yes or no.
        case verification(VerificationID)
        /// To open a dossier of a kind in the repertory of references, for so many days, the day
        /// on which it is opened included.
        case reference(ReferenceKind, days: Int)
    }

    public let organisation: EnterpriseNumber
    public let application: ApplicationID
    public let purpose: PurposeID
    public let wish: Wish
    /// Whether the caller named a dossier.
    public let namesDossier: Bool
    /// Whether a token identified the official behind the application.
    public let identifiesOfficial: Bool
    /// The role that the request needs and in which the application is not registered.
    public let missingRole: ApplicationRole?

    public init(
        organisation: EnterpriseNumber, application: ApplicationID, purpose: PurposeID, wish: Wish,
        namesDossier: Bool, identifiesOfficial: Bool, missingRole: ApplicationRole? = nil
    ) {
        self.organisation = organisation
        self.application = application
        self.purpose = purpose
        self.wish = wish
        self.namesDossier = namesDossier
        self.identifiesOfficial = identifiesOfficial
        self.missingRole = missingRole
    }
}
