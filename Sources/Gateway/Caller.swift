public import AccessRights
public import ConsultLog
public import Facts

/// Who asks: a registered application of an organisation, and the official behind it.
public struct Caller: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let application: ApplicationID
    /// Known from a token only; `nil` when no token identified anybody.
    public let official: OfficialID?

    public init(
        organisation: EnterpriseNumber, application: ApplicationID, official: OfficialID? = nil
    ) {
        self.organisation = organisation
        self.application = application
        self.official = official
    }
}
