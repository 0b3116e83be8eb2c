import Foundation
import GRDB
import TransparencyLogs

/// The tables of the consult log.
enum ConsultLogSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("consult log: entries") { database in
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
        migrator.registerMigration("consult log: tree") { database in
            try database.execute(
                sql: """
                    -- How far the tree over the entries has grown: the entry at position n has index
                    -- n - 1, and has one once n is at most the size. `epoch` is the sequencer's.
                    CREATE TABLE tree (
                        only INTEGER PRIMARY KEY CHECK (only = 1),
                        size INTEGER NOT NULL,
                        root BLOB NOT NULL,
                        epoch INTEGER NOT NULL
                    ) STRICT;

                    -- The tiles (C2SP tlog-tiles), each as wide as it ever was.
                    CREATE TABLE tile (
                        level INTEGER NOT NULL,
                        place INTEGER NOT NULL,
                        hashes BLOB NOT NULL,
                        PRIMARY KEY (level, place)
                    ) STRICT;

                    -- The signed checkpoints: all that were published, and the last of each role.
                    CREATE TABLE checkpoint (
                        number INTEGER PRIMARY KEY,
                        role TEXT NOT NULL,
                        note BLOB NOT NULL
                    ) STRICT;
                    CREATE INDEX checkpointOfRole ON checkpoint (role, number);
                    """)
            try database.execute(
                sql: "INSERT INTO tree VALUES (1, 0, ?, 0)",
                arguments: [Data(TreeHash.emptyRoot.bytes)])
        }
        return migrator
    }
}
