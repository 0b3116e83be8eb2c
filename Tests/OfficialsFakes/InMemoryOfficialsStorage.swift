import ConsultLog
public import Officials

/// The directory of officials in memory, and a switch that breaks it.
public actor InMemoryOfficialsStorage: OfficialsStorage {
    private var revision: Int64 = 0
    private var officials: [DirectoryID: SealedOfficial] = [:]
    private var delegations: [DelegationID: SealedDelegation] = [:]
    private var failure: OfficialsFailure?

    public init() {}

    public func fail(_ failure: OfficialsFailure?) { self.failure = failure }

    public func changes(
        after revision: Int64
    ) async throws(OfficialsFailure) -> DirectoryChanges {
        if let failure { throw failure }
        return DirectoryChanges(
            revision: self.revision,
            officials: officials.values.filter { $0.revision > revision }
                .sorted { $0.revision < $1.revision },
            delegations: delegations.values.filter { $0.revision > revision }
                .sorted { $0.revision < $1.revision })
    }

    public func write(_ official: SealedOfficial) async throws(OfficialsFailure) -> Int64? {
        if let failure { throw failure }
        guard (officials[official.id]?.revision ?? 0) == official.revision else { return nil }
        let isTaken = officials.values.contains {
            $0.id != official.id && !$0.isRemoved && $0.nameCode == official.nameCode
        }
        guard official.isRemoved || !isTaken else { return nil }
        revision += 1
        officials[official.id] = official
        officials[official.id]?.revision = revision
        return revision
    }

    public func write(_ delegation: SealedDelegation) async throws(OfficialsFailure) -> Int64? {
        if let failure { throw failure }
        guard (delegations[delegation.id]?.revision ?? 0) == delegation.revision else {
            return nil
        }
        revision += 1
        delegations[delegation.id] = delegation
        delegations[delegation.id]?.revision = revision
        return revision
    }

    public func close() async {}
}
