import ConsultLog
import Facts
import Foundation
import GRDB
import ParkingCards

/// The tables of the card register, version by version.
enum CardSchema {
    /// - Parameter key: hides the plates that an earlier version wrote down.
    static func migrator(_ key: CardKey) -> DatabaseMigrator {
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
        migrator.registerMigration("lives") { database in
            try database.execute(sql: lives)
            try takeOver(key, database)
        }
        migrator.registerMigration("named slots") { database in
            // Of what was written before, every card of a chain names all slots of the chain.
            try database.execute(
                sql: """
                    CREATE TABLE named (
                        card BLOB NOT NULL,
                        kind TEXT NOT NULL,
                        key BLOB NOT NULL,
                        PRIMARY KEY (card, kind, key)
                    ) STRICT;
                    INSERT OR IGNORE INTO named
                        SELECT place.card, slot.kind, slot.key
                        FROM place JOIN slot ON slot.chain = place.chain;
                    """)
        }
        return migrator
    }

    /// `place`, `slot` (with `named`) and `claim` are what counts in a quota, a row each; `life`, `event` and
    /// `request` are the dossiers. Pseudonyms, codes and boxes only: no plate, no number of anybody.
    /// What ended on an earlier day than that of a step counts no more.
    private static let lives = """
        CREATE TABLE place (
            card BLOB PRIMARY KEY NOT NULL,
            chain BLOB NOT NULL,
            municipality TEXT NOT NULL,
            type TEXT NOT NULL,
            holder BLOB NOT NULL,
            rank INTEGER NOT NULL CHECK (rank > 0),
            heldUntil INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX placeByHolder ON place (municipality, type, holder, heldUntil);
        CREATE INDEX placeByChain ON place (chain);
        CREATE TABLE slot (
            municipality TEXT NOT NULL,
            kind TEXT NOT NULL,
            type TEXT NOT NULL,
            key BLOB NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            chain BLOB NOT NULL,
            heldUntil INTEGER NOT NULL,
            UNIQUE (municipality, kind, type, key, number)
        ) STRICT;
        CREATE INDEX slotByChain ON slot (chain);
        CREATE TABLE claim (
            card BLOB NOT NULL,
            chain BLOB NOT NULL,
            municipality TEXT NOT NULL,
            kind TEXT NOT NULL,
            type TEXT NOT NULL,
            key BLOB NOT NULL,
            receipt INTEGER NOT NULL,
            heldUntil INTEGER NOT NULL,
            PRIMARY KEY (card, kind)
        ) STRICT;
        CREATE INDEX claimByKey ON claim (municipality, kind, type, key, receipt);
        CREATE TABLE receipt (
            municipality TEXT PRIMARY KEY NOT NULL,
            last INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE life (
            id BLOB PRIMARY KEY NOT NULL,
            municipality TEXT NOT NULL,
            receipt INTEGER NOT NULL,
            renews BLOB,
            holder BLOB NOT NULL,
            state TEXT NOT NULL,
            endsOn INTEGER,
            dueOn INTEGER,
            closedOn INTEGER,
            revision INTEGER NOT NULL,
            box BLOB NOT NULL,
            UNIQUE (municipality, receipt)
        ) STRICT;
        CREATE INDEX lifeByEnd ON life (municipality, state, endsOn);
        CREATE INDEX lifeByDue ON life (municipality, dueOn) WHERE closedOn IS NULL;
        CREATE INDEX lifeByClosing ON life (municipality, closedOn);
        CREATE UNIQUE INDEX openRenewal ON life (renews)
            WHERE renews IS NOT NULL AND closedOn IS NULL;
        CREATE INDEX lifeByRenewed ON life (renews);
        CREATE TABLE event (
            card BLOB NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            box BLOB NOT NULL,
            PRIMARY KEY (card, number)
        ) STRICT;
        CREATE TABLE request (
            application TEXT NOT NULL,
            key BLOB NOT NULL,
            body BLOB NOT NULL,
            card BLOB NOT NULL,
            at INTEGER NOT NULL,
            answer BLOB,
            PRIMARY KEY (application, key)
        ) STRICT;
        CREATE INDEX requestByCard ON request (card);
        CREATE INDEX requestByTime ON request (at);
        """

    /// Takes the cards of the earlier version over, with codes for their plates.
    private static func takeOver(_ key: CardKey, _ database: Database) throws {
        try database.execute(sql: "PRAGMA secure_delete = ON")
        for row in try Row.fetchAll(database, sql: "SELECT * FROM card") {
            let (id, holder): (Data, Data) = (row["id"], row["holder"])
            let (digits, type, plate): (String, String, String) = (
                row["municipality"], row["type"], row["plate"]
            )
            let (rank, until): (Int, Int) = (row["rank"], row["validUntil"])
            let code = key.code(
                of: try Plate(parsing: plate), in: try NISCode(parsing: digits))
            try database.execute(
                sql: "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [id, id, digits, type, holder, rank, until])
            try database.execute(
                sql: "INSERT OR REPLACE INTO slot VALUES (?, 'plate', '', ?, 1, ?, ?)",
                arguments: [digits, Data(code), id, until])
        }
        try database.execute(sql: "DROP TABLE card")
    }
}
