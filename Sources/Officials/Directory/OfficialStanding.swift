public import AccessRights
public import Facts

/// Where an official stands now.
public enum OfficialStanding: Hashable, Sendable {
    /// The directory never had them.
    case unknown
    /// What was issued before `since` is dead. The roles are their own and those that were lent.
    case active(since: Timestamp, roles: Set<OfficialRole>)
    /// They have left.
    case ended
}
