import GRDB

/// The tables of the consult log.
enum ConsultLogSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("consult log 1") { database in
            try database.execute(
                sql: """
                    -- The runs of the writer, and behind which position each began.
                    CREATE TABLE run (
                        epoch INTEGER PRIMARY KEY,
                        start INTEGER NOT NULL
                    ) STRICT;

                    -- Entries, one behind the other without gaps: none is ever deleted. `asked` is
                    -- the intent that an entry is, or of which it is the outcome. One index serves
                    -- both questions, whether an entry is there and which entries a consult has;
                    -- both names begin with a time, so that it grows at its end.
                    CREATE TABLE entry (
                        position INTEGER PRIMARY KEY,
                        consult BLOB NOT NULL,
                        id BLOB NOT NULL,
                        asked BLOB,
                        bytes BLOB NOT NULL,
                        UNIQUE (consult, id)
                    ) STRICT;

                    -- Up to here every intent has its outcome. It lags behind, so that it is
                    -- seldom written.
                    CREATE TABLE settled (
                        only INTEGER PRIMARY KEY CHECK (only = 1),
                        position INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO settled VALUES (1, 0);
                    """)
        }
        return migrator
    }
}
