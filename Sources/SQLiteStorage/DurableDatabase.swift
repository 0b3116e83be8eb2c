import ConsultLog
import GRDB

/// An SQLite database whose commits survive a power cut: WAL with `synchronous=FULL`, checked on the
/// live writer. Writes run one after the other on a thread of their own, reads beside them.
struct DurableDatabase: Sendable {
    private let pool: DatabasePool
    private let checkpoints: WALCheckpoints

    /// Opens or makes the database and brings its tables up to date.
    ///
    /// - Throws: ``OpeningFailure``.
    static func open(
        at path: String, _ migrator: DatabaseMigrator
    ) async throws(OpeningFailure) -> DurableDatabase {
        let queue = BlockingQueue("onlyonce.opening")
        return try await queue.run { () throws(OpeningFailure) in
            try DurableDatabase(opening: path, migrator)
        }
    }

    private init(opening path: String, _ migrator: DatabaseMigrator) throws(OpeningFailure) {
        do {
            var configuration = Configuration()
            configuration.label = "onlyonce"
            // The data directory is locked: only a backup or a person can be in the way.
            configuration.busyMode = .timeout(2)
            configuration.maximumReaderCount = 4
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB lowers `synchronous` to NORMAL while it opens a pool, so it is set afterwards.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            guard try !pool.read({ try migrator.hasBeenSuperseded($0) }) else {
                throw OpeningFailure.newer(path: path)
            }
            try migrator.migrate(pool)
            checkpoints = try WALCheckpoints(of: pool)
        } catch let failure as OpeningFailure {
            throw failure
        } catch {
            throw .notUsable(path: path, StorageFailure(writing: error))
        }
        do {
            let isDurable = try pool.writeWithoutTransaction { database in
                try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2
                    && String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
            }
            guard isDurable else { throw OpeningFailure.notDurable(path: path) }
        } catch let failure as OpeningFailure {
            throw failure
        } catch {
            throw .notUsable(path: path, StorageFailure(writing: error))
        }
    }

    /// Writes; the closure begins and ends its own transaction.
    ///
    /// Not by GRDB's `async` methods: those roll back when the task is cancelled.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageFailure) -> Value {
        let result = await withCheckedContinuation { continuation in
            submit { continuation.resume(returning: $0.writing(work)) }
        }
        return try result.get()
    }

    /// Does work on the writer's thread, behind what already waits for it; returns at once.
    ///
    /// - Parameter work: what begins and ends its own transaction. It gets a failure in place of the
    ///   database when nothing can be trusted to become durable any more.
    func submit(_ work: @escaping @Sendable (borrowing WriterTurn) -> Void) {
        pool.asyncWriteWithoutTransaction { [checkpoints] database in
            work(WriterTurn(database: database, isTrusted: !checkpoints.hasFailed))
            checkpoints.didCommit(database)
        }
    }

    /// Writes without waiting for the disk: for what can be made again from what is durable.
    ///
    /// It is durable at the latest when a later ``write(_:)`` that commits has returned. A power cut
    /// before that undoes the last of it first, and never half of a transaction (sqlite.org/wal.html;
    /// `PRAGMA synchronous`, NORMAL).
    func writeAhead<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageFailure) -> Value {
        try await write { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            let result = Result { try work(database) }
            do {
                try database.execute(sql: "PRAGMA synchronous = FULL")
            } catch {
                // No later commit may rest on a writer that does not wait for the disk.
                throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
            }
            return try result.get()
        }
    }

    /// Reads what was committed when the reading begins.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageFailure) -> Value {
        let result = await withCheckedContinuation { continuation in
            pool.asyncRead { database in
                do {
                    continuation.resume(
                        returning: Result<Value, StorageFailure>.success(
                            try work(try database.get())))
                } catch {
                    continuation.resume(returning: .failure(.unreadable))
                }
            }
        }
        return try result.get()
    }

    /// Leaves no copy of what was overwritten in the WAL.
    ///
    /// - Throws: ``StorageFailure``, also while somebody reads what is older.
    func emptyWAL() async throws(StorageFailure) {
        try await BlockingQueue("onlyonce.emptying").run {
            [checkpoints] () throws(StorageFailure) in
            do {
                try checkpoints.empty()
            } catch {
                throw StorageFailure(writing: error)
            }
        }
    }

    /// What `PRAGMA synchronous` is on the live writer; 2 is FULL.
    func synchronousOfWriter() async throws(StorageFailure) -> Int? {
        try await write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Ends all use. What runs is finished first, and all of it is moved into the main file.
    func close() async {
        await BlockingQueue("onlyonce.closing").run { [pool, checkpoints] in
            // What cannot be moved stays durable in the WAL, for the next start, and so does all of
            // it when the main file cannot be trusted.
            if !checkpoints.hasFailed { try? checkpoints.empty() }
            checkpoints.end()
            try? pool.close()
        }
    }
}
