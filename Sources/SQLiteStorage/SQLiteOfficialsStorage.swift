import ConsultLog
import GRDB
public import Officials

/// Keeps the directory of officials in an SQLite database of its own, which several processes may
/// share.
public struct SQLiteOfficialsStorage: OfficialsStorage {
    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(
        at path: String
    ) async throws(OpeningFailure) -> SQLiteOfficialsStorage {
        SQLiteOfficialsStorage(
            database: try await DurableDatabase.open(at: path, OfficialSchema.migrator))
    }

    public func changes(
        after revision: Int64
    ) async throws(OfficialsFailure) -> DirectoryChanges {
        do throws(StorageFailure) {
            return try await database.read { database in
                let last = try OfficialRows.revision(database)
                guard last > revision else {
                    return DirectoryChanges(revision: last, officials: [], delegations: [])
                }
                return DirectoryChanges(
                    revision: last,
                    officials: try OfficialRows.officials(after: revision, database),
                    delegations: try OfficialRows.delegations(after: revision, database))
            }
        } catch {
            throw .unreadable
        }
    }

    public func write(_ official: SealedOfficial) async throws(OfficialsFailure) -> Int64? {
        try await write { try OfficialRows.write(official, $0) }
    }

    public func write(_ delegation: SealedDelegation) async throws(OfficialsFailure) -> Int64? {
        try await write { try OfficialRows.write(delegation, $0) }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    private func write(
        _ work: @escaping @Sendable (Database) throws -> Int64?
    ) async throws(OfficialsFailure) -> Int64? {
        do throws(StorageFailure) {
            return try await database.write { database in
                // Takes SQLite's write lock first: one step, for other processes too.
                var revision: Int64?
                try database.inTransaction(.immediate) {
                    revision = try work(database)
                    return revision == nil ? .rollback : .commit
                }
                return revision
            }
        } catch {
            switch error {
            case .notWritten, .unreadable: throw .notWritten
            case .unknownOutcome, .syncFailed: throw .unknownOutcome
            }
        }
    }
}
