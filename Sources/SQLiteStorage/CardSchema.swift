import GRDB

/// The tables of the card register, version by version.
enum CardSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("cards") { database in
            // Days count from 1970-01-01.
            try database.execute(
                sql: """
                    CREATE TABLE card (
                        id BLOB PRIMARY KEY NOT NULL,
                        municipality TEXT NOT NULL,
                        type TEXT NOT NULL,
                        holder BLOB NOT NULL,
                        plate TEXT NOT NULL,
                        validFrom INTEGER NOT NULL,
                        validUntil INTEGER NOT NULL CHECK (validUntil >= validFrom),
                        rank INTEGER NOT NULL CHECK (rank > 0)
                    ) STRICT;
                    CREATE INDEX cardByHolder ON card (municipality, type, holder, validUntil);
                    CREATE INDEX cardByPlate ON card (municipality, plate, validUntil);
                    """)
        }
        return migrator
    }
}
