public import AccessRights
public import ConsultLog
public import Facts

/// Who reads the entries of the log, as they stand there.
public struct EntryReader: Hashable, Sendable {
    public let official: OfficialID
    public let organisation: EnterpriseNumber
    public let application: ApplicationID

    public init(official: OfficialID, organisation: EnterpriseNumber, application: ApplicationID) {
        self.official = official
        self.organisation = organisation
        self.application = application
    }
}
