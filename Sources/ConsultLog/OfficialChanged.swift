public import AccessRights
public import Facts

/// The directory of officials was changed.
///
/// Beside it the boxes hold who it is about (`subject`), and who ordered it (`official`).
public struct OfficialChanged: Hashable, Sendable {
    public let change: OfficialChange
    /// The roles that the person has of their own after it, in the order of their names.
    public let roles: [OfficialRole]
    /// Whose application ordered it; `nil` for a command on the machine itself.
    public let organisation: EnterpriseNumber?
    public let application: ApplicationID?
    /// How long this entry itself is kept.
    public let retention: RetentionClass

    public init(
        _ change: OfficialChange, roles: Set<OfficialRole>, organisation: EnterpriseNumber? = nil,
        application: ApplicationID? = nil, retention: RetentionClass = .standard
    ) {
        self.change = change
        self.roles = roles.sorted { $0.rawValue < $1.rawValue }
        self.organisation = organisation
        self.application = application
        self.retention = retention
    }
}
