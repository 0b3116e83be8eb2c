public import AccessRights
public import ConsultLog
public import Facts

/// A role that an official lends to another one for a time. Printing it shows nothing.
public struct Delegation: Hashable, Sendable, Identifiable, Redacted {
    /// How long a delegation may last: 366 days.
    public static let longest = Duration.seconds(366 * 86_400)

    public let id: DelegationID
    public let from: DirectoryID
    public let to: DirectoryID
    public let role: OfficialRole
    public let reason: StatedReason
    public let made: Timestamp
    /// When it ends by itself.
    public let until: Timestamp
    /// When it was ended before its time.
    public internal(set) var ended: Timestamp?
    public internal(set) var revision: Int64
}
