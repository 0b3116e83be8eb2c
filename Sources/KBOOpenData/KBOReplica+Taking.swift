extension KBOReplica {
    /// Takes in an extract of either kind, as the archive itself says. Durable when this returns.
    ///
    /// - Throws: ``KBOFailure``; the replica is then as it was, but for
    ///   ``KBOFailure/notSynced(errno:)``.
    public func take(
        from archivePath: String, progress: @escaping @Sendable (KBOProgress) -> Void = { _ in }
    ) async throws(KBOFailure) -> KBOExtract {
        do throws(KBOFailure) {
            return try await importFull(from: archivePath, progress: progress)
        } catch .wrongKind(.update) {
            switch try await applyUpdate(from: archivePath, progress: progress) {
            case .applied(let extract), .alreadyApplied(let extract): return extract
            }
        }
    }
}
