// What the log holds, for those who have to know before they write.
extension ConsultLog {
    /// Whether an entry of this consult is durably stored. It sees every finished `append`.
    ///
    /// - Throws: ``LogFailure/unreachable`` when nobody can say.
    public nonisolated func holds(_ consult: ConsultID) async throws(LogFailure) -> Bool {
        do throws(StorageFailure) {
            return try await !storage.entries(of: consult).isEmpty
        } catch {
            throw .unreachable
        }
    }
}
