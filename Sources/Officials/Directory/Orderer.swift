public import AccessRights
public import ConsultLog
public import Facts

/// Who orders a change of the directory. Printing it shows nothing.
public struct Orderer: Hashable, Sendable, Redacted {
    public let official: OfficialID
    /// The application through which they order; `nil` for a command on the machine itself.
    public let organisation: EnterpriseNumber?
    public let application: ApplicationID?

    public init(
        official: OfficialID, organisation: EnterpriseNumber? = nil,
        application: ApplicationID? = nil
    ) {
        self.official = official
        self.organisation = organisation
        self.application = application
    }
}
