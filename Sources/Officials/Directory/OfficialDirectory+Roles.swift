// What the roles of officials are asked for.
extension OfficialDirectory {
    /// Whether any official ever was given a role, also one that was taken away since. Until one was,
    /// roles say nothing. Beside a log that knew officials nobody can say that none was.
    ///
    /// - Throws: ``OfficialsFailure/unreadable`` when what is known is too old and cannot be read.
    public nonisolated func givesRoles() async throws(OfficialsFailure) -> Bool {
        try await current { $0.givesRoles || $0.isRebuilt }
    }
}
