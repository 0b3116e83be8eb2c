/// What an official may do with the gateway's own pages and orders, besides what the rights of the
/// application say. Somebody who is known by a token alone has none.
public enum OfficialRole: String, Hashable, Sendable, CaseIterable {
    /// Follows up access rights, and looks into the log.
    case dpo
    /// Approves rights for the Control Commission.
    case controlCommission
    /// Works at the parking desk.
    case parkingDesk
    /// Runs the gateway.
    case operations
}
