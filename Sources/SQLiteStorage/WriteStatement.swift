import GRDB
import GRDBSQLite

/// A prepared statement that gives no rows and runs again and again, with all of its marks bound
/// anew each time.
///
/// The only place here that hands pointers to SQLite: an entry has five values, and each
/// would be put into one of GRDB's own first.
struct WriteStatement {
    private let statement: Statement

    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        // A statement from the cache may still stand where it ended.
        unsafe sqlite3_reset(statement.sqliteStatement)
    }

    /// - Throws: GRDB's `DatabaseError`, as for the others: what is not bound would be `NULL`.
    func bind(_ blob: [UInt8], at mark: Int32) throws {
        try unsafe check(
            sqlite3_bind_blob(
                statement.sqliteStatement, mark, blob, Int32(blob.count), Self.copied))
    }

    func bindNull(at mark: Int32) throws {
        try unsafe check(sqlite3_bind_null(statement.sqliteStatement, mark))
    }

    func bind(_ number: Int64, at mark: Int32) throws {
        try unsafe check(sqlite3_bind_int64(statement.sqliteStatement, mark, number))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// - Throws: GRDB's `DatabaseError`.
    func run() throws {
        let statement = unsafe statement.sqliteStatement
        let outcome = unsafe sqlite3_step(statement)
        guard outcome == SQLITE_DONE else {
            let code = unsafe sqlite3_extended_errcode(sqlite3_db_handle(statement))
            unsafe sqlite3_reset(statement)
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        unsafe sqlite3_reset(statement)
    }

    /// `SQLITE_TRANSIENT`: SQLite copies the value before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
