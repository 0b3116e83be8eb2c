/// What changed in the directory since a revision.
public struct DirectoryChanges: Hashable, Sendable {
    /// The revision of the last change of all.
    public let revision: Int64
    /// Whether anybody ever was given a role, whatever became of it.
    public let givesRoles: Bool
    public let officials: [SealedOfficial]
    public let delegations: [SealedDelegation]

    public init(
        revision: Int64, givesRoles: Bool, officials: [SealedOfficial],
        delegations: [SealedDelegation]
    ) {
        self.revision = revision
        self.givesRoles = givesRoles
        self.officials = officials
        self.delegations = delegations
    }
}
