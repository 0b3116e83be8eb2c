public import AccessRights
public import ConsultLog
public import Facts

/// Who asks: a registered application of an organisation, and the official behind it.
public struct Caller: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let application: ApplicationID
    /// Known from a token only; `nil` when no token identified anybody.
    public let official: OfficialID?
    /// The role in which the application would have to be registered, and is not: whatever it asks
    /// is refused, and the refusal logged.
    public let missingRole: ApplicationRole?

    public init(
        organisation: EnterpriseNumber, application: ApplicationID, official: OfficialID? = nil,
        missingRole: ApplicationRole? = nil
    ) {
        self.organisation = organisation
        self.application = application
        self.official = official
        self.missingRole = missingRole
    }
}
