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
        return migrator
    }
}
