public import AccessRights
public import ConsultLog
public import Facts

/// Somebody in the directory of officials. Printing it shows nothing.
public struct Official: Hashable, Sendable, Identifiable, Redacted {
    public let id: DirectoryID
    /// As the tokens of the identity provider name them; it never changes.
    public let userName: OfficialID
    /// The name that the personnel system has for them.
    public internal(set) var externalID: String?
    public internal(set) var isActive: Bool
    /// The roles of their own; those that others lent them are not among them.
    public internal(set) var roles: Set<OfficialRole>
    public let created: Timestamp
    public internal(set) var modified: Timestamp
    /// What was issued before is dead: tokens, sessions, delegations.
    public internal(set) var acceptedSince: Timestamp
    /// Grows with every change.
    public internal(set) var revision: Int64
}
