// What the log holds, for those who have to know before they write.
extension ConsultLog {
    /// Whether an entry of this consult is durable in the log: what somebody who does not know how
    /// an `append` ended looks up before the next one.
    ///
    /// - Throws: ``LogFailure/unreachable`` when nobody can say now.
    public nonisolated func holds(_ consult: ConsultID) async throws(LogFailure) -> Bool {
        do throws(StorageFailure) {
            return try await !storage.entries(of: consult).isEmpty
        } catch {
            throw .unreachable
        }
    }
}
