public import ConsultLog

/// Records that are written together, or not at all.
public struct DirectoryWrite: Hashable, Sendable {
    public var officials: [SealedOfficial]
    public var delegations: [SealedDelegation]
    /// Of what the consult log does not hold yet.
    public var debts: [SealedDebt]
    /// Delegations that are over, which nobody needs any more; the log has them.
    public var forgotten: [DelegationID]

    public init(
        officials: [SealedOfficial] = [], delegations: [SealedDelegation] = [],
        debts: [SealedDebt] = [], forgotten: [DelegationID] = []
    ) {
        self.officials = officials
        self.delegations = delegations
        self.debts = debts
        self.forgotten = forgotten
    }
}
