public import ConsultLog
import Foundation
import GRDB
public import LogProofs
public import TransparencyLogs

/// Keeps the tree of a consult log in the database of its entries.
///
/// An entry's index is its position less one: positions have no gaps and no entry is deleted.
/// Closing the storage of the entries closes this one.
public struct SQLiteTreeStorage: TreeStorage {
    private let database: DurableDatabase

    /// The tree over the entries of a storage that is open.
    public init(over entries: SQLiteConsultLogStorage) { database = entries.database }

    public func head() async throws(StorageFailure) -> TreeHead {
        // On the writer, behind every advance: a reader's view could be older than a doubtful one.
        do throws(StorageFailure) {
            return try await database.write { try Self.head($0) }
        } catch {
            throw .unreadable
        }
    }

    /// The position of the last entry that has an index; 0 when none has.
    public func lastSequenced() async throws(StorageFailure) -> LogPosition {
        LogPosition(Int64(clamping: try await head().size))
    }

    public func beginSequencing() async throws(StorageFailure) -> TreeHead {
        try await database.write { database in
            var head = TreeHead.empty
            try database.inTransaction(.immediate) {
                try database.execute(sql: "UPDATE tree SET epoch = epoch + 1")
                head = try Self.head(database)
                return .commit
            }
            return head
        }
    }

    public func unsequenced(limit: Int) async throws(StorageFailure) -> [UnsequencedEntry] {
        try await database.read { database in
            let statement = try ReadStatement(
                database,
                """
                SELECT position, bytes FROM entry
                WHERE position > (SELECT size FROM tree) ORDER BY position LIMIT ?
                """)
            try statement.bind(Int64(limit), at: 1)
            var entries: [StoredEntry] = []
            try statement.read(into: &entries)
            return entries.map {
                UnsequencedEntry(ticket: SequencingTicket($0.position.number), bytes: $0.bytes)
            }
        }
    }

    public func waiting() async throws(StorageFailure) -> UInt64 {
        try await database.read { database in
            let count =
                try Int64.fetchOne(
                    database,
                    sql: """
                        SELECT coalesce((SELECT max(position) FROM entry), 0)
                            - (SELECT size FROM tree)
                        """) ?? 0
            return UInt64(clamping: count)
        }
    }

    public func advance(_ step: TreeAdvance) async throws(StorageFailure) -> AdvanceOutcome {
        try await database.writeAhead { database in
            var outcome = AdvanceOutcome.superseded
            try database.inTransaction(.immediate) {
                guard try Self.move(from: step.old, to: step.new, database) else {
                    return .rollback
                }
                guard Self.isNext(step) else { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT) }
                let store = try WriteStatement(
                    database,
                    "INSERT OR REPLACE INTO tile (level, place, hashes) VALUES (?, ?, ?)")
                for tile in step.tiles {
                    try store.bind(Int64(tile.coordinate.level), at: 1)
                    try store.bind(Int64(tile.coordinate.index), at: 2)
                    try store.bind(tile.bytes, at: 3)
                    try store.run()
                }
                outcome = .advanced
                return .commit
            }
            return outcome
        }
    }

    public func tiles(
        _ coordinates: [TileCoordinate]
    ) async throws(StorageFailure) -> [[UInt8]?] {
        try await database.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT hashes FROM tile WHERE level = ? AND place = ?")
            return try coordinates.map { tile in
                let length = tile.width * TreeHash.length
                guard
                    let hashes = try Data.fetchOne(
                        statement, arguments: [tile.level, Int64(tile.index)]),
                    hashes.count >= length
                else { return nil }
                return Array(hashes.prefix(length))
            }
        }
    }

    public func entries(
        from index: UInt64, limit: Int
    ) async throws(StorageFailure) -> [SequencedEntry] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT position, bytes FROM entry
                    WHERE position > ? AND position <= (SELECT size FROM tree)
                    ORDER BY position LIMIT ?
                    """, arguments: [Int64(clamping: index), limit]
            ).map { row in
                let bytes: Data = row["bytes"]
                return SequencedEntry(
                    index: UInt64(row["position"] as Int64) - 1,
                    bytes: bytes.isEmpty ? nil : Array(bytes))
            }
        }
    }

    public func index(
        of id: EntryID, in consult: ConsultID
    ) async throws(StorageFailure) -> UInt64? {
        try await database.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT position FROM entry
                    WHERE consult = ? AND id = ? AND position <= (SELECT size FROM tree)
                    """, arguments: [Data(consult.uuid.bytes), Data(id.uuid.bytes)]
            ).map { UInt64($0) - 1 }
        }
    }

    public func persist(
        _ checkpoint: SignedCheckpoint, as role: CheckpointRole
    ) async throws(StorageFailure) {
        try await database.write { database in
            try database.inTransaction(.immediate) {
                switch role {
                case .published: break
                case .auditors, .witnessed:
                    try database.execute(
                        sql: "DELETE FROM checkpoint WHERE role = ?", arguments: [role.rawValue])
                }
                try database.execute(
                    sql: "INSERT INTO checkpoint (role, note) VALUES (?, ?)",
                    arguments: [role.rawValue, Data(checkpoint.bytes)])
                return .commit
            }
        }
    }

    public func lastCheckpoint(
        _ role: CheckpointRole
    ) async throws(StorageFailure) -> SignedCheckpoint? {
        let bytes = try await database.read { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT note FROM checkpoint WHERE role = ? ORDER BY number DESC LIMIT 1
                    """, arguments: [role.rawValue])
        }
        guard let bytes else { return nil }
        guard let checkpoint = try? SignedCheckpoint(parsing: Array(bytes)) else {
            throw .unreadable
        }
        return checkpoint
    }

    private static func head(_ database: Database) throws -> TreeHead {
        guard
            let row = try Row.fetchOne(database, sql: "SELECT size, root, epoch FROM tree"),
            let root = TreeHash(bytes: row["root"] as Data)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return TreeHead(
            size: UInt64(clamping: row["size"] as Int64), root: root,
            epoch: SequencerEpoch(row["epoch"]))
    }

    /// Moves the head if it is exactly the old one.
    private static func move(
        from old: TreeHead, to new: TreeHead, _ database: Database
    ) throws -> Bool {
        try database.execute(
            sql: """
                UPDATE tree SET size = ?, root = ?, epoch = ?
                WHERE size = ? AND root = ? AND epoch = ?
                """,
            arguments: [
                Int64(new.size), Data(new.root.bytes), new.epoch.number,
                Int64(old.size), Data(old.root.bytes), old.epoch.number,
            ])
        return database.changesCount == 1
    }

    /// Whether the entries are those that follow the old tree, in their order.
    private static func isNext(_ step: TreeAdvance) -> Bool {
        guard step.new.size > step.old.size else { return false }
        let positions = (Int64(step.old.size) + 1)...Int64(step.new.size)
        return step.tickets.map(\.number).elementsEqual(positions)
    }
}
