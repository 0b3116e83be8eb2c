import Facts
import GRDB

/// What makes a SQLite file a replica, beside the tables of the extract.
enum ReplicaSchema {
    /// Rises when the tables change; a replica of another version must be imported anew.
    static let version = 1

    static let create: String = {
        let tables = ExtractTable.kept.map(\.createTable).joined(separator: ";\n")
        return """
            \(tables);
            CREATE TABLE extract (ExtractNumber INTEGER NOT NULL, SnapshotDate INTEGER NOT NULL);
            PRAGMA user_version = \(version);
            """
    }()

    /// Settings for a file that is thrown away when anything fails.
    ///
    /// The cache is small, because a gateway may be serving beside the import: rows come in the
    /// order of their numbers, so that a larger one gains little.
    static var buildingConfiguration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        // After a failure the transaction is not rolled back: the file goes with it.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                    PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384;
                    PRAGMA threads = 2;
                    """)
        }
        return configuration
    }

    /// Settings for readers: nothing ever writes into a replica that is in its place.
    static var readingConfiguration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.maximumReaderCount = 4
        return configuration
    }

    /// Writes down which extract the replica holds.
    static func record(_ extract: KBOExtract, _ database: Database) throws(KBOFailure) {
        do {
            try database.execute(sql: "DELETE FROM extract")
            try database.execute(
                sql: "INSERT INTO extract VALUES (?, ?)",
                arguments: [extract.number, ExtractDate.stored(extract.snapshot)])
        } catch {
            throw KBOFailure(storage: error)
        }
    }

    /// Reads which extract the replica holds.
    /// - Throws: ``KBOFailure/damaged`` for a file that is not a replica of this version.
    static func extract(_ database: Database) throws(KBOFailure) -> KBOExtract {
        do {
            guard try Int.fetchOne(database, sql: "PRAGMA user_version") == version,
                let row = try Row.fetchOne(database, sql: "SELECT * FROM extract"),
                let snapshot = ExtractDate.date(stored: row[1])
            else { throw KBOFailure.damaged }
            return KBOExtract(number: row[0], snapshot: snapshot)
        } catch {
            throw KBOFailure(storage: error)
        }
    }

    /// Copies a replica page by page.
    static func copy(
        from path: String, to database: Database, _ flag: CancellationFlag
    ) throws(KBOFailure) {
        do {
            let source = try DatabaseQueue(path: path, configuration: readingConfiguration)
            try source.read { old in
                try old.backup(to: database, pagesPerStep: 4096) { _ in try flag.check() }
            }
        } catch {
            throw KBOFailure(storage: error)
        }
    }

    /// Lets SQLite check every table, every index, and that they agree.
    static func check(_ database: Database) throws(KBOFailure) {
        do {
            let answer = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
            guard answer == ["ok"] else { throw KBOFailure.damaged }
        } catch {
            throw KBOFailure(storage: error)
        }
    }
}
