public import AccessRights
public import ConsultLog
public import Facts

/// A delegation as the storage keeps it: its reason boxed.
public struct SealedDelegation: Hashable, Sendable {
    public let id: DelegationID
    public let from: DirectoryID
    public let to: DirectoryID
    public let role: OfficialRole
    /// The reason, under AES-256-GCM.
    public let box: [UInt8]
    public let made: Timestamp
    public let until: Timestamp
    public var ended: Timestamp?
    /// Given by the storage.
    public var revision: Int64

    public init(
        id: DelegationID, from: DirectoryID, to: DirectoryID, role: OfficialRole, box: [UInt8],
        made: Timestamp, until: Timestamp, ended: Timestamp?, revision: Int64
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.role = role
        self.box = box
        self.made = made
        self.until = until
        self.ended = ended
        self.revision = revision
    }
}
