public import ConsultLog
public import Officials

/// The directory of officials in memory, and a switch that breaks it.
public actor InMemoryOfficialsStorage: OfficialsStorage {
    private var revision: Int64 = 0
    private var officials: [DirectoryID: SealedOfficial] = [:]
    private var delegations: [DelegationID: SealedDelegation] = [:]
    private var givesRoles = false
    private var owed: [SealedDebt] = []
    private var begun: DirectoryOrigin?
    private var failure: OfficialsFailure?
    private var settling: OfficialsFailure?

    public init() {}

    public func fail(_ failure: OfficialsFailure?) { self.failure = failure }

    /// Lets debts be paid and not be forgotten, as after a crash between the two.
    public func failSettling(_ failure: OfficialsFailure?) { settling = failure }

    public func origin() async throws(OfficialsFailure) -> DirectoryOrigin? {
        if let failure { throw failure }
        return begun
    }

    public func note(
        _ origin: DirectoryOrigin
    ) async throws(OfficialsFailure) -> DirectoryOrigin {
        if let failure { throw failure }
        let noted = begun ?? origin
        begun = noted
        return noted
    }

    public func changes(
        after revision: Int64
    ) async throws(OfficialsFailure) -> DirectoryChanges {
        if let failure { throw failure }
        return DirectoryChanges(
            revision: self.revision, givesRoles: givesRoles,
            officials: officials.values.filter { $0.revision > revision }
                .sorted { ($0.revision, $0.id) < ($1.revision, $1.id) },
            delegations: delegations.values.filter { $0.revision > revision }
                .sorted { ($0.revision, $0.id) < ($1.revision, $1.id) })
    }

    public func write(_ records: DirectoryWrite) async throws(OfficialsFailure) -> Int64? {
        if let failure { throw failure }
        let isPossible =
            records.officials.allSatisfy(isPossible)
            && records.delegations.allSatisfy {
                (delegations[$0.id]?.revision ?? 0) == $0.revision
            }
        guard isPossible else { return nil }
        revision += 1
        for official in records.officials {
            givesRoles = givesRoles || !official.roles.isEmpty
            officials[official.id] = official
            officials[official.id]?.revision = revision
        }
        for delegation in records.delegations {
            delegations[delegation.id] = delegation
            delegations[delegation.id]?.revision = revision
        }
        for id in records.forgotten { delegations[id] = nil }
        owed += records.debts
        return revision
    }

    private func isPossible(_ official: SealedOfficial) -> Bool {
        let isTaken = officials.values.contains {
            $0.id != official.id && !$0.isRemoved && $0.nameCode == official.nameCode
        }
        return (officials[official.id]?.revision ?? 0) == official.revision
            && (official.isRemoved || !isTaken)
    }

    public func debts() async throws(OfficialsFailure) -> [SealedDebt] {
        if let failure { throw failure }
        return owed
    }

    public func settle(_ debt: UUIDv7) async throws(OfficialsFailure) {
        if let failure = failure ?? settling { throw failure }
        owed.removeAll { $0.id == debt }
    }

    public func close() async {}
}
