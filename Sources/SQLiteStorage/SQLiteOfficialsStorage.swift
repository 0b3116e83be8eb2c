public import ConsultLog
import Foundation
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
        try await read { database in
            let last = try OfficialRows.revision(database)
            let givesRoles = try OfficialRows.givesRoles(database)
            guard last > revision else {
                return DirectoryChanges(
                    revision: last, givesRoles: givesRoles, officials: [], delegations: [])
            }
            return DirectoryChanges(
                revision: last, givesRoles: givesRoles,
                officials: try OfficialRows.officials(after: revision, database),
                delegations: try OfficialRows.delegations(after: revision, database))
        }
    }

    public func origin() async throws(OfficialsFailure) -> DirectoryOrigin? {
        try await read { try OfficialRows.origin($0) }
    }

    public func note(
        _ origin: DirectoryOrigin
    ) async throws(OfficialsFailure) -> DirectoryOrigin {
        try await written { database in
            try OfficialRows.note(origin, database)
            return try OfficialRows.origin(database) ?? origin
        }
    }

    public func write(_ records: DirectoryWrite) async throws(OfficialsFailure) -> Int64? {
        try await written { database in
            var revision: Int64?
            // All of them or none: one that is refused takes the others back.
            try database.inSavepoint {
                revision = try OfficialRows.write(records, database)
                return revision == nil ? .rollback : .commit
            }
            return revision
        }
    }

    public func debts() async throws(OfficialsFailure) -> [SealedDebt] {
        try await read { try OfficialRows.debts($0) }
    }

    public func settle(_ debt: UUIDv7) async throws(OfficialsFailure) {
        try await written { try OfficialRows.settle(debt, $0) }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    private func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(OfficialsFailure) -> Value {
        do throws(StorageFailure) {
            return try await database.read(work)
        } catch {
            throw .unreadable
        }
    }

    private func written<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(OfficialsFailure) -> Value {
        do throws(StorageFailure) {
            return try await database.write { database in
                // Takes SQLite's write lock first: one step, for other processes too.
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try work(database)
                    return .commit
                }
                guard let value else { throw OfficialRows.Damaged() }
                return value
            }
        } catch {
            switch error {
            case .notWritten, .unreadable: throw .notWritten
            case .unknownOutcome, .syncFailed: throw .unknownOutcome
            }
        }
    }
}
