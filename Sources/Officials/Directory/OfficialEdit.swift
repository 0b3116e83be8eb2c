public import AccessRights

/// What is to become of somebody in the directory; what is `nil` stays as it is.
public struct OfficialEdit: Hashable, Sendable {
    /// `.some(nil)` takes it away.
    public var externalID: String??
    public var isActive: Bool?
    public var roles: Set<OfficialRole>?

    public init(
        externalID: String?? = nil, isActive: Bool? = nil, roles: Set<OfficialRole>? = nil
    ) {
        self.externalID = externalID
        self.isActive = isActive
        self.roles = roles
    }
}
