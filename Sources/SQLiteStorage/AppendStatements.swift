import ConsultLog
import GRDB

/// The prepared statements that store entries.
struct AppendStatements {
    private let insert: WriteStatement
    private let settle: WriteStatement

    init(_ database: Database) throws {
        insert = try WriteStatement(
            database,
            "INSERT INTO entry (position, consult, id, asked, bytes) VALUES (?, ?, ?, ?, ?)")
        settle = try WriteStatement(database, "UPDATE settled SET position = ?")
    }

    func append(_ record: EntryRecord, at position: Int64) throws {
        insert.bind(position, at: 1)
        insert.bind(record.consult.uuid.bytes, at: 2)
        insert.bind(record.id.uuid.bytes, at: 3)
        switch record.effect {
        case .none: insert.bindNull(at: 4)
        case .opens: insert.bind(record.id.uuid.bytes, at: 4)
        case .closes(let asked): insert.bind(asked.uuid.bytes, at: 4)
        }
        insert.bind(record.bytes, at: 5)
        try insert.run()
    }

    /// Notes that every intent up to `position` has its outcome.
    func settle(upTo position: Int64) throws {
        settle.bind(position, at: 1)
        try settle.run()
    }
}
