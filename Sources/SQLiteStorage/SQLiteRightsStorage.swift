public import AccessRights
import ConsultLog
import GRDB
public import Gateway

/// Keeps the changes of the rights in an SQLite database of its own, which several processes of one
/// machine can share.
public struct SQLiteRightsStorage: RightsStorage {
    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(at path: String) async throws(OpeningFailure) -> SQLiteRightsStorage {
        SQLiteRightsStorage(
            database: try await DurableDatabase.open(at: path, RightsSchema.migrator))
    }

    public func note(check: [UInt8]) async throws(RightsStorageFailure) -> [UInt8] {
        // Read first: a storage that takes no more writes can be read all the same.
        if let noted = try await read({ try RightsRows.check($0) }) { return noted }
        return try await write { database in
            try RightsRows.note(check, database)
            return try RightsRows.check(database) ?? check
        }
    }

    public func revision() async throws(RightsStorageFailure) -> RightsRevision {
        try await read { try RightsRows.revision($0) }
    }

    public func changes(
        after revision: RightsRevision
    ) async throws(RightsStorageFailure) -> [RightsChange] {
        try await read { try RightsRows.changes(after: revision, $0) }
    }

    public func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?
    ) async throws(RightsStorageFailure) -> Bool {
        try await write {
            try RightsRows.append(changes, on: revision, owing: debt, $0)
        }
    }

    public func unlogged(
        in log: String
    ) async throws(RightsStorageFailure) -> [OwedRightsChange] {
        try await read { try RightsRows.unlogged(in: log, $0) }
    }

    public func markLogged(_ revision: RightsRevision) async throws(RightsStorageFailure) {
        try await write { try RightsRows.markLogged(revision, $0) }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    private func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws(RightsStorageFailure) -> Value {
        // Told apart within: the database's own failure of reading says no more than that.
        let result: Result<Value, RightsStorageFailure>
        do {
            result = try await database.read { database in
                do {
                    return .success(try query(database))
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                    return .failure(.damaged)
                }
            }
        } catch {
            throw .unavailable
        }
        return try result.get()
    }

    private func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(RightsStorageFailure) -> Value {
        do throws(StorageFailure) {
            return try await database.write { database in
                // Takes SQLite's write lock first: one step, for other processes too.
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try work(database)
                    return .commit
                }
                guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                return value
            }
        } catch {
            switch error {
            case .notWritten, .unreadable: throw .unavailable
            case .unknownOutcome, .syncFailed: throw .outcomeUnknown
            }
        }
    }
}
