import GRDB

/// The tables of the repertory of references, version by version.
enum ReferenceSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("references") { database in
            // Days count from 1970-01-01, times are milliseconds.
            try database.execute(
                sql: """
                    CREATE TABLE reference (
                        id BLOB PRIMARY KEY NOT NULL,
                        kind TEXT NOT NULL,
                        organisation TEXT NOT NULL,
                        application TEXT NOT NULL,
                        purpose TEXT NOT NULL,
                        authorisation TEXT NOT NULL,
                        authorisationHash BLOB NOT NULL,
                        fromDay INTEGER NOT NULL,
                        untilDay INTEGER NOT NULL CHECK (untilDay >= fromDay),
                        key BLOB NOT NULL,
                        subjectHash BLOB NOT NULL,
                        subjectBox BLOB NOT NULL,
                        subjectToken INTEGER NOT NULL,
                        dossierHash BLOB NOT NULL,
                        dossierBox BLOB NOT NULL,
                        dossierToken INTEGER NOT NULL,
                        closed INTEGER
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX referenceBySubject ON reference (organisation, subjectToken)
                        WHERE closed IS NULL;
                    CREATE INDEX referenceByDossier ON reference (organisation, dossierToken)
                        WHERE closed IS NULL;
                    CREATE INDEX referenceByKey ON reference (organisation, key)
                        WHERE closed IS NULL;
                    """)
        }
        migrator.registerMigration("owed entries") { database in
            // `number` keeps the order; the rest as above.
            try database.execute(
                sql: """
                    CREATE TABLE owed (
                        number INTEGER PRIMARY KEY NOT NULL,
                        consult BLOB NOT NULL UNIQUE,
                        reference BLOB NOT NULL,
                        change TEXT NOT NULL,
                        untilDay INTEGER NOT NULL,
                        application TEXT NOT NULL,
                        trace TEXT,
                        key BLOB NOT NULL,
                        officialHash BLOB,
                        officialBox BLOB
                    ) STRICT;
                    """)
        }
        return migrator
    }
}
