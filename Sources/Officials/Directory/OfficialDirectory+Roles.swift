// What the roles of officials are asked for.
extension OfficialDirectory {
    /// Whether any official who is there was given a role. Until one was, roles say nothing.
    ///
    /// - Throws: ``OfficialsFailure/unreadable`` when what is known is too old and cannot be read.
    public nonisolated func givesRoles() async throws(OfficialsFailure) -> Bool {
        try await current { snapshot in
            snapshot.officials.values.contains { !$0.roles.isEmpty && !$0.isRemoved }
        }
    }
}
