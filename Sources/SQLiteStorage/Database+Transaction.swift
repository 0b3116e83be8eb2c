import GRDB

extension Database {
    /// Runs work in a transaction that begins as the writer's, and commits it; what it threw rolls
    /// all of it back.
    ///
    /// As GRDB's own, but that nothing is prepared anew: for a commit of two entries that is a
    /// quarter of the work.
    func inWriterTransaction(_ work: () throws -> Void) throws {
        try cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        do {
            try work()
            try cachedStatement(sql: "COMMIT TRANSACTION").execute()
        } catch {
            // After some failures SQLite has rolled back by itself.
            if isInsideTransaction { try? rollback() }
            throw error
        }
    }
}
