public import AccessRights
public import Facts

/// An official as the storage keeps them: the name as a keyed code, and boxed.
public struct SealedOfficial: Hashable, Sendable {
    public let id: DirectoryID
    /// HMAC-SHA-256 of the name, 32 bytes: it finds somebody and tells nobody.
    public let nameCode: [UInt8]
    /// What is confidential, under AES-256-GCM; empty once somebody was removed.
    public let box: [UInt8]
    public let isActive: Bool
    public let isRemoved: Bool
    public let roles: Set<OfficialRole>
    public let created: Timestamp
    public let modified: Timestamp
    public let acceptedSince: Timestamp
    /// Given by the storage.
    public var revision: Int64

    public init(
        id: DirectoryID, nameCode: [UInt8], box: [UInt8], isActive: Bool, isRemoved: Bool,
        roles: Set<OfficialRole>, created: Timestamp, modified: Timestamp,
        acceptedSince: Timestamp, revision: Int64
    ) {
        self.id = id
        self.nameCode = nameCode
        self.box = box
        self.isActive = isActive
        self.isRemoved = isRemoved
        self.roles = roles
        self.created = created
        self.modified = modified
        self.acceptedSince = acceptedSince
        self.revision = revision
    }
}
