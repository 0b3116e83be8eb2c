public import AccessRights
public import ConsultLog
public import Facts

/// An official who is signed in. Printing it shows nothing.
public struct Session: Hashable, Sendable, Redacted {
    public let official: OfficialID
    /// The roles that the official has now, lent ones too.
    public let roles: Set<OfficialRole>
    public let began: Timestamp
}
