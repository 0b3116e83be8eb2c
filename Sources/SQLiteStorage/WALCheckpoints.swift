import ConsultLog
import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Moves what was committed out of the WAL into the main file, beside the writer.
///
/// SQLite would do it within the commit that makes the WAL too long, and whoever waits for that
/// commit would wait some twenty milliseconds more. Here another connection moves it while commits
/// go on, and the writer moves the rest, which is short, so that the WAL begins anew
/// (sqlite.org/wal.html §2.1).
///
/// The other connection never begins on a WAL that is moved completely: a commit that starts the
/// WAL anew at that very moment could be skipped later by SQLite before 3.51.3 (wal.html, "The
/// WAL-Reset Bug"). So pages are counted from the writer's own checkpoint on, and nobody else may
/// move the WAL but through here.
final class WALCheckpoints: Sendable {
    /// The WAL may become this long, in pages of 4096 bytes, before it is moved.
    static let mostPages: Int32 = 4000

    private struct State {
        var isMoving = false
        var hasFailed = false
    }

    private let queue = DispatchQueue(label: "onlyonce.wal")
    private let writer: DatabasePool
    private let mover: DatabaseQueue
    private let state = Mutex(State())

    init(of writer: DatabasePool) throws {
        self.writer = writer
        mover = try DatabaseQueue(path: writer.path)
        try mover.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try writer.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        }
    }

    /// Begins to move the WAL when it has become long. To be called by the writer after a commit.
    func didCommit(_ database: Database) {
        guard let connection = unsafe database.sqliteConnection else { return }
        var pages: Int32 = 0
        var most: Int32 = 0
        // What it has written of its cache, which with a WAL is what it has added to the WAL.
        unsafe sqlite3_db_status(
            connection, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 0)
        guard pages >= Self.mostPages else { return }
        let begins = state.withLock { state in
            defer { state.isMoving = true }
            return !state.isMoving
        }
        guard begins else { return }
        // It outlives the commit that started it; `end` waits for it.
        queue.async { [self] in
            attempt { try mover.inDatabase { try Self.checkpoint($0, "PASSIVE") } }
            // After a failed sync what is in the WAL may be the only good copy.
            if !hasFailed { attempt { try moveRest("PASSIVE") } }
            state.withLock { $0.isMoving = false }
        }
    }

    /// Moves all of the WAL and empties the file, behind whatever moves. What was overwritten in
    /// the main file is in no other file then.
    ///
    /// - Throws: `SQLITE_BUSY` while somebody reads what is older.
    func empty() throws {
        try queue.sync { try moveRest("TRUNCATE") }
    }

    private func moveRest(_ mode: String) throws {
        try writer.writeWithoutTransaction { database in
            try Self.checkpoint(database, mode)
            var pages: Int32 = 0
            var most: Int32 = 0
            unsafe sqlite3_db_status(
                database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 1)
        }
    }

    /// Whether the operating system could not make the main file durable: nothing can be trusted to
    /// be there any more, although it was read back.
    var hasFailed: Bool { state.withLock { $0.hasFailed } }

    /// Waits for what runs.
    func end() {
        queue.sync {}
        try? mover.close()
    }

    /// What could not be moved stays durable in the WAL, and is tried again; only a failed sync of
    /// the main file is the end.
    private func attempt(_ work: () throws -> Void) {
        do {
            try work()
        } catch {
            if case .syncFailed = StorageFailure(writing: error) {
                state.withLock { $0.hasFailed = true }
            }
        }
    }

    private static func checkpoint(_ database: Database, _ mode: String) throws {
        let isBusy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(\(mode))")
        // A passive one moves what it can; whoever wants all of it must know.
        guard isBusy == 0 || mode == "PASSIVE" else {
            throw DatabaseError(resultCode: .SQLITE_BUSY)
        }
    }
}
