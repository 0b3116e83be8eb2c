public import AccessRights
public import Facts

/// Where an official stands now.
public enum OfficialStanding: Hashable, Sendable {
    /// Nobody keeps the directory: it never held anybody.
    case unkept
    /// The directory holds others, and never had them.
    case unknown
    /// What was issued before `since` is dead. The roles are their own and those that were lent.
    case active(since: Timestamp, roles: Set<OfficialRole>)
    /// They have left; or nobody can say that they did not, because an earlier directory was lost.
    case ended
}
