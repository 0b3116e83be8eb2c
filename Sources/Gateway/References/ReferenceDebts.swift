/// Whether the log is owed entries about dossiers, and who pays them now: one after the other, so
/// that no entry is logged twice.
actor ReferenceDebts {
    /// What an earlier run left is not known.
    private var areOwed = true
    private var turn: Task<Bool, Never>?

    /// Says that something may be owed, once it is stored.
    func expect() { areOwed = true }

    /// Pays, when anything is owed.
    ///
    /// - Parameter work: pays everything, and returns whether nothing is left.
    /// - Returns: whether nothing is owed any more.
    func pay(_ work: @escaping @Sendable () async -> Bool) async -> Bool {
        let earlier = turn
        // It outlives a caller that is cancelled: what was paid must be noted.
        let task = Task {
            _ = await earlier?.value
            return await self.settled(work)
        }
        turn = task
        return await task.value
    }

    private func settled(_ work: @Sendable () async -> Bool) async -> Bool {
        guard areOwed else { return true }
        // What is stored from here on is owed anew.
        areOwed = false
        let isSettled = await work()
        if !isSettled { areOwed = true }
        return isSettled
    }
}
