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
        try insert.bind(position, at: 1)
        try insert.bind(record.consult.uuid.bytes, at: 2)
        try insert.bind(record.id.uuid.bytes, at: 3)
        switch record.effect {
        case .none: try insert.bindNull(at: 4)
        case .opens: try insert.bind(record.id.uuid.bytes, at: 4)
        case .closes(let asked): try insert.bind(asked.uuid.bytes, at: 4)
        }
        try insert.bind(record.bytes, at: 5)
        try insert.run()
    }

    /// Notes that every intent up to `position` has its outcome.
    func settle(upTo position: Int64) throws {
        try settle.bind(position, at: 1)
        try settle.run()
    }
}
