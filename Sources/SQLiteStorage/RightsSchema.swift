import GRDB

/// The tables of the rights, version by version.
enum RightsSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("rights") { database in
            // `known` counts milliseconds from 1970, `validFrom` days; `terms` are canonical JSON.
            try database.execute(
                sql: """
                    CREATE TABLE change (
                        revision INTEGER PRIMARY KEY NOT NULL CHECK (revision > 0),
                        authorisation TEXT NOT NULL,
                        step TEXT NOT NULL,
                        version TEXT NOT NULL,
                        terms BLOB,
                        actor TEXT NOT NULL,
                        known INTEGER NOT NULL,
                        validFrom INTEGER NOT NULL,
                        reason TEXT,
                        logged INTEGER NOT NULL CHECK (logged IN (0, 1))
                    ) STRICT;
                    CREATE INDEX unloggedChange ON change (revision) WHERE logged = 0;
                    """)
        }
        migrator.registerMigration("hidden actors") { database in
            // Who took a step before, and why, stood in clear: the log has both.
            try database.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    DROP INDEX unloggedChange;
                    ALTER TABLE change RENAME TO earlier;
                    CREATE TABLE change (
                        revision INTEGER PRIMARY KEY NOT NULL CHECK (revision > 0),
                        authorisation TEXT NOT NULL,
                        step TEXT NOT NULL,
                        version TEXT NOT NULL,
                        terms BLOB,
                        actor TEXT NOT NULL,
                        known INTEGER NOT NULL,
                        validFrom INTEGER NOT NULL,
                        record TEXT,
                        owedTo TEXT,
                        debt BLOB,
                        CHECK ((owedTo IS NULL) = (debt IS NULL))
                    ) STRICT;
                    INSERT INTO change
                        SELECT revision, authorisation, step, version, terms,
                            CASE actor WHEN 'configuration' THEN actor ELSE 'machine' END,
                            known, validFrom, NULL, NULL, NULL
                        FROM earlier;
                    DROP TABLE earlier;
                    CREATE INDEX owedChange ON change (owedTo, revision) WHERE owedTo IS NOT NULL;
                    """)
        }
        migrator.registerMigration("origin") { database in
            // What is derived from the secret with which the storage was begun.
            try database.execute(
                sql: """
                    CREATE TABLE origin (
                        one INTEGER PRIMARY KEY CHECK (one = 1),
                        secretCheck BLOB NOT NULL
                    ) STRICT;
                    """)
        }
        return migrator
    }
}
