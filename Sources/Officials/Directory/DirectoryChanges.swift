/// What changed in the directory since a revision.
public struct DirectoryChanges: Hashable, Sendable {
    /// The revision of the last change of all.
    public let revision: Int64
    public let officials: [SealedOfficial]
    public let delegations: [SealedDelegation]

    public init(
        revision: Int64, officials: [SealedOfficial], delegations: [SealedDelegation]
    ) {
        self.revision = revision
        self.officials = officials
        self.delegations = delegations
    }
}
