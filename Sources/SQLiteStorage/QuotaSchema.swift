import GRDB

/// The table in which the use of quotas is counted, version by version.
enum QuotaSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("quotas") { database in
            // Days count from 1970-01-01; the empty official stands for everybody together.
            try database.execute(
                sql: """
                    CREATE TABLE quota (
                        day INTEGER NOT NULL,
                        authorisation TEXT NOT NULL,
                        official BLOB NOT NULL,
                        used INTEGER NOT NULL CHECK (used > 0),
                        PRIMARY KEY (day, authorisation, official)
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
