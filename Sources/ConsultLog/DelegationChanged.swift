public import AccessRights
public import Facts

/// An official lent a role to another one, or the loan ended.
///
/// Beside it the boxes hold which person the entry is about (`subject`), who ordered it
/// (`official`) and why (`reason`).
public struct DelegationChanged: Hashable, Sendable {
    public let change: DelegationChange
    public let delegation: DelegationID
    public let party: DelegationParty
    public let role: OfficialRole
    /// When it ends by itself.
    public let until: Timestamp
    /// Whose application ordered it; `nil` for a command on the machine itself.
    public let organisation: EnterpriseNumber?
    public let application: ApplicationID?
    /// How long this entry itself is kept.
    public let retention: RetentionClass

    public init(
        _ change: DelegationChange, of delegation: DelegationID, for party: DelegationParty,
        role: OfficialRole, until: Timestamp, organisation: EnterpriseNumber? = nil,
        application: ApplicationID? = nil, retention: RetentionClass = .standard
    ) {
        self.change = change
        self.delegation = delegation
        self.party = party
        self.role = role
        self.until = until
        self.organisation = organisation
        self.application = application
        self.retention = retention
    }
}
