import GRDB

/// The tables of the consult log.
enum ConsultLogSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("consult log 1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE writerEpoch (
                        only INTEGER PRIMARY KEY CHECK (only = 1),
                        number INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO writerEpoch VALUES (1, 0);

                    -- Entries that are durable and have no place in the tree yet. Positions are
                    -- never given out twice. One index serves both questions, whether an entry is
                    -- there and which entries a consult has; both names begin with a time, so that
                    -- it grows at its end.
                    CREATE TABLE pending (
                        position INTEGER PRIMARY KEY AUTOINCREMENT,
                        consult BLOB NOT NULL,
                        id BLOB NOT NULL,
                        bytes BLOB NOT NULL,
                        UNIQUE (consult, id)
                    ) STRICT;

                    -- Intents without an outcome: as many rows as there are consults under way.
                    CREATE TABLE unfinished (
                        asked BLOB PRIMARY KEY,
                        leaf BLOB NOT NULL,
                        consult BLOB NOT NULL,
                        ordinal INTEGER NOT NULL,
                        epoch INTEGER NOT NULL,
                        retention TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
