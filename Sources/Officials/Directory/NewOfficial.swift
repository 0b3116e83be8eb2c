public import AccessRights
public import ConsultLog
public import Facts

/// Somebody who is to be entered in the directory. Printing it shows nothing.
public struct NewOfficial: Hashable, Sendable, Redacted {
    public let userName: OfficialID
    public let externalID: String?
    public let isActive: Bool
    public let roles: Set<OfficialRole>

    public init(
        userName: OfficialID, externalID: String? = nil, isActive: Bool = true,
        roles: Set<OfficialRole> = []
    ) {
        self.userName = userName
        self.externalID = externalID
        self.isActive = isActive
        self.roles = roles
    }
}
