// What is in the directory, for those who look after it.
extension OfficialDirectory {
    /// Everybody who was not taken out, in the order in which they were entered.
    public nonisolated func officials() async throws(OfficialsFailure) -> [Official] {
        let sealed = try await current { snapshot in
            snapshot.officials.values.filter { !$0.isRemoved }.sorted { $0.id < $1.id }
        }
        var officials: [Official] = []
        for one in sealed { officials.append(try key.open(one)) }
        return officials
    }

    /// The delegations that count now, the earliest first.
    public nonisolated func delegations() async throws(OfficialsFailure) -> [Delegation] {
        let now = now()
        let sealed = try await current { snapshot in
            snapshot.delegations.values.filter { snapshot.isLive($0, at: now) }
                .sorted { $0.id < $1.id }
        }
        var delegations: [Delegation] = []
        for one in sealed { delegations.append(try key.open(one)) }
        return delegations
    }
}
