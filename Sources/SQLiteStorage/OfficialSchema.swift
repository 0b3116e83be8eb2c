import GRDB

/// The tables of the directory of officials, version by version.
enum OfficialSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("officials") { database in
            try database.execute(
                sql: """
                    -- One counter for every change of the directory.
                    CREATE TABLE change (
                        one INTEGER PRIMARY KEY CHECK (one = 1),
                        revision INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO change (one, revision) VALUES (1, 0);

                    -- Names are codes, and boxed; of somebody removed the box is empty. Times are
                    -- milliseconds since 1970.
                    CREATE TABLE official (
                        id BLOB PRIMARY KEY NOT NULL,
                        nameCode BLOB NOT NULL,
                        box BLOB NOT NULL,
                        isActive INTEGER NOT NULL,
                        isRemoved INTEGER NOT NULL,
                        roles TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        modified INTEGER NOT NULL,
                        acceptedSince INTEGER NOT NULL,
                        revision INTEGER NOT NULL
                    ) STRICT;
                    CREATE UNIQUE INDEX officialByName ON official (nameCode) WHERE NOT isRemoved;
                    CREATE INDEX officialByRevision ON official (revision);

                    CREATE TABLE delegation (
                        id BLOB PRIMARY KEY NOT NULL,
                        lender BLOB NOT NULL,
                        borrower BLOB NOT NULL,
                        role TEXT NOT NULL,
                        box BLOB NOT NULL,
                        made INTEGER NOT NULL,
                        until INTEGER NOT NULL,
                        ended INTEGER,
                        revision INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX delegationByRevision ON delegation (revision);
                    """)
        }
        migrator.registerMigration("officialDebts") { database in
            try database.execute(
                sql: """
                    -- What is derived from the secret with which the directory was begun, and
                    -- whether it was begun beside a log that knew officials.
                    CREATE TABLE origin (
                        one INTEGER PRIMARY KEY CHECK (one = 1),
                        secretCheck BLOB NOT NULL,
                        isRebuilt INTEGER NOT NULL
                    ) STRICT;

                    -- What took effect and is not in the consult log yet.
                    CREATE TABLE debt (
                        place INTEGER PRIMARY KEY AUTOINCREMENT,
                        id BLOB NOT NULL UNIQUE,
                        box BLOB NOT NULL
                    ) STRICT;
                    """)
        }
        migrator.registerMigration("rolesGiven") { database in
            // Whether anybody ever was given a role: only a role of somebody's own was ever lent.
            try database.execute(
                sql: """
                    ALTER TABLE change ADD COLUMN givesRoles INTEGER NOT NULL DEFAULT 0;
                    UPDATE change SET givesRoles =
                        EXISTS (SELECT 1 FROM official WHERE roles <> '')
                        OR EXISTS (SELECT 1 FROM delegation);
                    """)
        }
        return migrator
    }
}
