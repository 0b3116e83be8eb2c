public import ConsultLog
public import Facts
import GRDB
public import Gateway

/// Keeps the repertory of references in an SQLite database of its own.
public struct SQLiteReferenceStorage: ReferenceStorage {
    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(
        at path: String
    ) async throws(OpeningFailure) -> SQLiteReferenceStorage {
        SQLiteReferenceStorage(
            database: try await DurableDatabase.open(at: path, ReferenceSchema.migrator))
    }

    public func insert(
        _ record: ReferenceRecord, unlessOpen twins: Set<ReferenceTokens>
    ) async throws(StorageFailure) -> ReferenceRecord? {
        try await database.write { database in
            var twin: ReferenceRecord?
            try database.inWriterTransaction {
                twin = try ReferenceRows.insert(record, unlessOpen: twins, database)
            }
            return twin
        }
    }

    public func replace(
        _ before: ReferenceRecord, by after: ReferenceRecord, owing entry: OwedReferenceEntry?
    ) async throws(StorageFailure) -> Bool {
        try await database.write { database in
            var isReplaced = false
            try database.inWriterTransaction {
                isReplaced = try ReferenceRows.replace(before, by: after, database)
                if isReplaced, let entry { try OwedReferenceRows.insert(entry, database) }
            }
            return isReplaced
        }
    }

    public func owed() async throws(StorageFailure) -> [OwedReferenceEntry] {
        try await database.read { try OwedReferenceRows.all($0) }
    }

    public func settle(_ consult: ConsultID) async throws(StorageFailure) {
        try await database.write { try OwedReferenceRows.delete(consult, $0) }
    }

    public func record(_ id: ReferenceID) async throws(StorageFailure) -> ReferenceRecord? {
        try await database.read { try ReferenceRows.record(id, $0) }
    }

    public func keys(
        of organisation: EnterpriseNumber, openOn day: CalendarDate
    ) async throws(StorageFailure) -> Set<DataKeyID> {
        try await database.read { try ReferenceRows.keys(organisation, $0) }
    }

    public func records(
        of organisation: EnterpriseNumber, with tokens: Set<UInt64>, in field: ReferenceField,
        openOn day: CalendarDate
    ) async throws(StorageFailure) -> [ReferenceRecord] {
        try await database.read {
            try ReferenceRows.records(organisation, tokens, field, day, $0)
        }
    }

    public func records(
        openOn day: CalendarDate, after id: ReferenceID?, limit: Int
    ) async throws(StorageFailure) -> [ReferenceRecord] {
        try await database.read { try ReferenceRows.records(day, after: id, limit, $0) }
    }

    public func counts(openOn day: CalendarDate) async throws(StorageFailure) -> [ReferenceCount] {
        try await database.read { try ReferenceRows.counts(day, $0) }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }
}
