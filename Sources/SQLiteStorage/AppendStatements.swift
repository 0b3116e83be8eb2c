import AccessRights
import ConsultLog
import GRDB

/// The prepared statements that store one entry.
struct AppendStatements {
    private let insert: WriteStatement
    private let open: WriteStatement
    private let close: WriteStatement

    init(_ database: Database) throws {
        insert = try WriteStatement(
            database, "INSERT INTO pending (consult, id, bytes) VALUES (?, ?, ?)")
        open = try WriteStatement(
            database,
            """
            INSERT INTO unfinished (asked, leaf, consult, ordinal, epoch, retention)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        close = try WriteStatement(database, "DELETE FROM unfinished WHERE asked = ?")
    }

    func append(_ record: EntryRecord) throws {
        let id = record.id.uuid.bytes
        let consult = record.consult.uuid.bytes
        insert.bind(consult, at: 1)
        insert.bind(id, at: 2)
        insert.bind(record.bytes, at: 3)
        try insert.run()
        switch record.effect {
        case .none: break
        case .opens(let asked):
            open.bind(id, at: 1)
            open.bind(asked.asked.leaf.bytes, at: 2)
            open.bind(consult, at: 3)
            open.bind(Int64(asked.ordinal), at: 4)
            open.bind(asked.epoch.number, at: 5)
            open.bind(asked.retention.text, at: 6)
            try open.run()
        case .closes(let asked):
            close.bind(asked.uuid.bytes, at: 1)
            try close.run()
        }
    }
}
