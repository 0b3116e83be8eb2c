public import ConsultLog
import Foundation
import GRDB

/// Keeps the entries of the consult log in an SQLite database of its own.
public struct SQLiteConsultLogStorage: ConsultLogStorage {
    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(
        at path: String
    ) async throws(OpeningFailure) -> SQLiteConsultLogStorage {
        let database = try await DurableDatabase.open(at: path, ConsultLogSchema.migrator)
        return SQLiteConsultLogStorage(database: database)
    }

    public func beginEpoch() async throws(StorageFailure) -> WriterEpoch {
        try await database.write { database in
            var number: Int64 = 0
            try database.inTransaction(.immediate) {
                number =
                    try Int64.fetchOne(
                        database,
                        sql: "UPDATE writerEpoch SET number = number + 1 RETURNING number") ?? 0
                return .commit
            }
            return WriterEpoch(number)
        }
    }

    public func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        try await database.write { database in
            try database.inTransaction(.immediate) {
                let statements = try AppendStatements(database)
                for record in batch { try statements.append(record) }
                return .commit
            }
        }
    }

    public func contains(
        _ id: EntryID, of consult: ConsultID
    ) async throws(StorageFailure) -> Bool {
        // On the writer, behind every append: a reader's view could be older than a doubtful one.
        do throws(StorageFailure) {
            return try await database.write { database in
                try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM pending WHERE consult = ? AND id = ?)",
                    arguments: [Data(consult.uuid.bytes), Data(id.uuid.bytes)]) ?? false
            }
        } catch {
            throw .unreadable
        }
    }

    public func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [UnfinishedAsked] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM unfinished WHERE epoch < ? ORDER BY asked LIMIT ?",
                arguments: [epoch.number, limit]
            ).map { try UnfinishedAsked($0) }
        }
    }

    public func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT position, bytes FROM pending WHERE position > ?
                    ORDER BY position LIMIT ?
                    """,
                arguments: [position?.number ?? 0, limit]
            ).map(StoredEntry.init)
        }
    }

    public func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT position, bytes FROM pending WHERE consult = ? ORDER BY position",
                arguments: [Data(consult.uuid.bytes)]
            ).map(StoredEntry.init)
        }
    }

    public func close() async { await database.close() }

    /// What `PRAGMA synchronous` is on the live writer: 2, which is FULL.
    public func synchronousOfWriter() async throws(StorageFailure) -> Int? {
        try await database.synchronousOfWriter()
    }
}

extension StoredEntry {
    fileprivate init(_ row: Row) {
        let bytes: Data = row["bytes"]
        self.init(position: LogPosition(row["position"]), bytes: Array(bytes))
    }
}
