public import ConsultLog
import Foundation
import GRDB

/// Keeps the entries of the consult log in an SQLite database of its own.
public struct SQLiteConsultLogStorage: ConsultLogStorage {
    let database: DurableDatabase
    private let intents = OpenIntents()
    private let commits: GroupCommit<EntryRecord>

    init(_ database: DurableDatabase) {
        self.database = database
        commits = GroupCommit(to: database) { [intents] database, batch in
            try Self.append(batch, to: database, intents)
        }
    }

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(
        at path: String
    ) async throws(OpeningFailure) -> SQLiteConsultLogStorage {
        let database = try await DurableDatabase.open(at: path, ConsultLogSchema.migrator)
        return SQLiteConsultLogStorage(database)
    }

    public func beginEpoch() async throws(StorageFailure) -> WriterEpoch {
        try await database.write { [intents] database in
            var epoch = WriterEpoch(0)
            try database.inTransaction(.immediate) {
                let last = try Self.lastPosition(database)
                let settled =
                    try Int64.fetchOne(database, sql: "SELECT position FROM settled") ?? 0
                let open = try Row.fetchAll(
                    database, sql: "SELECT id, position FROM (\(Self.unfinished))")
                intents.begin(
                    settled: settled,
                    open: try Dictionary(
                        open.map { row in
                            guard let id = UUIDv7(bytes: row["id"] as Data) else {
                                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
                            }
                            return (EntryID(id), (row["position"] as Int64) - 1)
                        }, uniquingKeysWith: min))
                epoch = WriterEpoch(
                    try Int64.fetchOne(
                        database,
                        sql: """
                            INSERT INTO run SELECT coalesce(max(epoch), 0) + 1, ? FROM run
                            RETURNING epoch
                            """, arguments: [last]) ?? 0)
                return .commit
            }
            return epoch
        }
    }

    public func append(_ batch: [EntryRecord]) async throws(StorageFailure) {
        try await commits.add(batch)
    }

    private static func append(
        _ batch: [EntryRecord], to database: Database, _ intents: OpenIntents
    ) throws {
        var end: Int64 = 0
        var settled: Int64?
        do {
            try database.inWriterTransaction {
                // Looked up each time: after a doubtful write nobody would know it.
                let last = try lastPosition(database)
                end = last + Int64(batch.count)
                settled = intents.willWrite(batch, behind: last)
                let statements = try AppendStatements(database)
                for (offset, record) in batch.enumerated() {
                    try statements.append(record, at: last + 1 + Int64(offset))
                }
                if let settled { try statements.settle(upTo: settled) }
            }
        } catch {
            if case .notWritten = StorageFailure(writing: error) {
                intents.didNotWrite(batch)
            } else if end > 0, let last = try? lastPosition(database), last >= end {
                // In doubt, and there after all. What cannot be seen stays counted as open.
                intents.didWrite(batch, settled: settled)
            }
            throw error
        }
        intents.didWrite(batch, settled: settled)
    }

    private static func lastPosition(_ database: Database) throws -> Int64 {
        let statement = try database.cachedStatement(sql: "SELECT max(position) FROM entry")
        return try Int64.fetchOne(statement) ?? 0
    }

    /// Intents without an outcome, behind what is settled, but those of months that are retired.
    private static let unfinished = """
        SELECT * FROM entry AS intent
        WHERE position > (SELECT position FROM settled) AND asked = id
            AND length(bytes) > 0 AND NOT EXISTS (
            SELECT 1 FROM entry
            WHERE consult = intent.consult AND asked = intent.id AND id <> intent.id)
        """

    public func contains(
        _ id: EntryID, of consult: ConsultID
    ) async throws(StorageFailure) -> Bool {
        // On the writer, behind every append: a reader's view could be older than a doubtful one.
        do throws(StorageFailure) {
            return try await database.write { database in
                try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE consult = ? AND id = ?)",
                    arguments: [Data(consult.uuid.bytes), Data(id.uuid.bytes)]) ?? false
            }
        } catch {
            throw .unreadable
        }
    }

    public func unfinished(
        before epoch: WriterEpoch, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT position, bytes FROM (\(Self.unfinished))
                    WHERE position <= coalesce((SELECT start FROM run WHERE epoch = ?), position)
                    ORDER BY position LIMIT ?
                    """,
                arguments: [epoch.number, limit]
            ).map(StoredEntry.init)
        }
    }

    public func page(
        after position: LogPosition?, limit: Int
    ) async throws(StorageFailure) -> [StoredEntry] {
        try await database.read { database in
            let statement = try ReadStatement(
                database,
                "SELECT position, bytes FROM entry WHERE position > ? ORDER BY position LIMIT ?")
            try statement.bind(position?.number ?? 0, at: 1)
            try statement.bind(Int64(limit), at: 2)
            var entries: [StoredEntry] = []
            try statement.read(into: &entries)
            return entries
        }
    }

    public func entries(
        at positions: [LogPosition]
    ) async throws(StorageFailure) -> [StoredEntry] {
        if positions.isEmpty { return [] }
        return try await database.read { database in
            let statement = try ReadStatement(
                database, "SELECT position, bytes FROM entry WHERE position = ?")
            var entries: [StoredEntry] = []
            for position in positions {
                try statement.bind(position.number, at: 1)
                try statement.read(into: &entries)
            }
            return entries
        }
    }

    public func entries(
        named names: [EntryName]
    ) async throws(StorageFailure) -> [StoredEntry] {
        if names.isEmpty { return [] }
        return try await database.read { database in
            let statement = try ReadStatement(
                database, "SELECT position, bytes FROM entry WHERE consult = ? AND id = ?")
            var entries: [StoredEntry] = []
            for name in names {
                try statement.bind(name.consult.uuid.bytes, at: 1)
                try statement.bind(name.id.uuid.bytes, at: 2)
                try statement.read(into: &entries)
            }
            return entries
        }
    }

    public func entries(of consult: ConsultID) async throws(StorageFailure) -> [StoredEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT position, bytes FROM entry WHERE consult = ? ORDER BY position",
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
