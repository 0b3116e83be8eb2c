public import ConsultLog
import Facts
import Foundation
import GRDB

extension SQLiteConsultLogStorage: EntryErasure {
    public func keptEntries(
        before month: Month, after last: KeptEntry?, limit: Int
    ) async throws(StorageFailure) -> [KeptEntry] {
        // Names of consults begin with their time: 48 bits, the larger the later.
        let start = UInt64(clamping: month.start.milliseconds)
        let end = stride(from: UInt64(40), through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: start >> $0)
        }
        return try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT position, consult, id, bytes FROM entry
                    WHERE (consult, id) > (?, ?) AND consult < ? AND length(bytes) > 0
                    ORDER BY consult, id LIMIT ?
                    """,
                arguments: [
                    Data(last?.consult.uuid.bytes ?? []), Data(last?.id.uuid.bytes ?? []),
                    Data(end), limit,
                ]
            ).map(KeptEntry.init)
        }
    }

    public func erase(_ positions: [LogPosition]) async throws(StorageFailure) {
        try await database.write { database in
            // What is taken out is overwritten with zeros, which the log's own writing never needs.
            let usual = try Int.fetchOne(database, sql: "PRAGMA secure_delete") ?? 0
            try database.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? database.execute(sql: "PRAGMA secure_delete = \(usual)") }
            try database.inTransaction(.immediate) {
                let statement = try WriteStatement(
                    database, "UPDATE entry SET bytes = X'' WHERE position = ?")
                for position in positions {
                    try statement.bind(position.number, at: 1)
                    try statement.run()
                }
                return .commit
            }
        }
    }

    public func purge() async throws(StorageFailure) {
        try await database.emptyWAL()
    }
}

extension KeptEntry {
    fileprivate init(_ row: Row) throws {
        guard let id = UUIDv7(bytes: row["id"] as Data),
            let consult = UUIDv7(bytes: row["consult"] as Data)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let bytes: Data = row["bytes"]
        self.init(
            id: EntryID(id), consult: ConsultID(consult),
            stored: StoredEntry(position: LogPosition(row["position"]), bytes: Array(bytes)))
    }
}
