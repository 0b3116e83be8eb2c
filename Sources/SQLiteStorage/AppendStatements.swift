import AccessRights
import ConsultLog
import Foundation
import GRDB

/// The prepared statements that store one entry.
struct AppendStatements {
    private let insert: Statement
    private let open: Statement
    private let close: Statement

    init(_ database: Database) throws {
        insert = try database.cachedStatement(
            sql: "INSERT INTO pending (consult, id, bytes) VALUES (?, ?, ?)")
        open = try database.cachedStatement(
            sql: """
                INSERT INTO unfinished (asked, leaf, consult, ordinal, epoch, retention)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        close = try database.cachedStatement(sql: "DELETE FROM unfinished WHERE asked = ?")
    }

    func append(_ record: EntryRecord) throws {
        let id = Data(record.id.uuid.bytes)
        let consult = Data(record.consult.uuid.bytes)
        try run(insert, [consult, id, Data(record.bytes)])
        switch record.effect {
        case .none: break
        case .opens(let asked):
            try run(
                open,
                [
                    id, Data(asked.asked.leaf.bytes), consult, asked.ordinal, asked.epoch.number,
                    asked.retention.text,
                ])
        case .closes(let asked): try run(close, [Data(asked.uuid.bytes)])
        }
    }

    private func run(_ statement: Statement, _ arguments: StatementArguments) throws {
        // The number of arguments is right by construction.
        statement.setUncheckedArguments(arguments)
        try statement.execute()
    }
}
