public import AccessRights
public import ConsultLog
public import Facts

/// A role that an official lends to another one for a time. Printing it shows nothing.
///
/// Only a role of somebody's own is lent: what was lent to them they do not lend on.
public struct Delegation: Hashable, Sendable, Identifiable, Redacted {
    /// How long a delegation may last: 366 days.
    public static let longest = Duration.seconds(366 * 86_400)
    /// How many delegations of one official may count at once.
    public static let mostGiven = 20
    /// How many may be lent to one official at once.
    public static let mostHeld = 20
    /// How many people who cannot be lent anything one official may name within
    /// ``missesAreKept``: the answers tell who is active.
    public static let mostMisses = 20
    public static let missesAreKept = Duration.seconds(3600)

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
