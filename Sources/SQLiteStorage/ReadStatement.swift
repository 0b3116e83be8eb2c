import ConsultLog
import GRDB
import GRDBSQLite

/// A prepared statement that gives the position and the bytes of entries, and runs again and again.
///
/// As with ``WriteStatement`` nothing is put into GRDB's own values on the way.
struct ReadStatement {
    private let statement: Statement

    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        unsafe sqlite3_reset(statement.sqliteStatement)
    }

    func bind(_ number: Int64, at mark: Int32) throws {
        try unsafe check(sqlite3_bind_int64(statement.sqliteStatement, mark, number))
    }

    func bind(_ blob: [UInt8], at mark: Int32) throws {
        try unsafe check(
            sqlite3_bind_blob(
                statement.sqliteStatement, mark, blob, Int32(blob.count),
                unsafeBitCast(-1, to: sqlite3_destructor_type.self)))
    }

    /// Appends every row.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    func read(into entries: inout [StoredEntry]) throws {
        let statement = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(statement) }
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_ROW: unsafe entries.append(Self.entry(statement))
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    private static func entry(_ statement: SQLiteStatement?) -> StoredEntry {
        let position = unsafe sqlite3_column_int64(statement, 0)
        // In this order: asking for the bytes can change how many there are.
        let start = unsafe sqlite3_column_blob(statement, 1)
        let count = unsafe Int(sqlite3_column_bytes(statement, 1))
        return StoredEntry(
            position: LogPosition(position),
            bytes: unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }
}
