import AccessRights
import Facts
import Foundation
import GRDB
import Gateway

/// The statements of the rights, each within a transaction of the caller.
enum RightsRows {
    static func check(_ database: Database) throws -> [UInt8]? {
        try Data.fetchOne(
            database.cachedStatement(sql: "SELECT secretCheck FROM origin")
        ).map { Array($0) }
    }

    static func note(_ check: [UInt8], _ database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO origin (one, secretCheck) VALUES (1, ?)"
        ).execute(arguments: [Data(check)])
    }

    static func revision(_ database: Database) throws -> RightsRevision {
        let statement = try database.cachedStatement(sql: "SELECT MAX(revision) FROM change")
        return RightsRevision(try Int64.fetchOne(statement) ?? 0)
    }

    static func changes(
        after revision: RightsRevision, _ database: Database
    ) throws -> [RightsChange] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM change WHERE revision > ? ORDER BY revision",
            arguments: [revision.number]
        ).map { try change($0) }
    }

    static func unlogged(in log: String, _ database: Database) throws -> [OwedRightsChange] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM change WHERE owedTo = ? ORDER BY revision",
            arguments: [log]
        ).map { row in
            guard let box: Data = row["debt"] else { throw damage }
            return OwedRightsChange(
                revision: RightsRevision(row["revision"]), change: try change(row),
                debt: RightsDebt(log: log, box: Array(box)))
        }
    }

    static func append(
        _ changes: [RightsChange], on revision: RightsRevision, owing debt: RightsDebt?,
        _ database: Database
    ) throws -> Bool {
        guard try self.revision(database) == revision else { return false }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO change
                    (revision, authorisation, step, version, terms, actor, known, validFrom,
                     record, owedTo, debt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (index, change) in changes.enumerated() {
            try statement.execute(arguments: [
                revision.number + Int64(index) + 1, change.authorisation.text,
                change.step.rawValue, change.version.hexadecimal,
                change.terms.map { Data($0.canonicalJSON) }, change.actor.text,
                change.known.milliseconds, change.validFrom.daysSinceEpoch, change.record?.text,
                debt?.log, debt.map { Data($0.box) },
            ])
        }
        return true
    }

    static func markLogged(_ revision: RightsRevision, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE change SET owedTo = NULL, debt = NULL WHERE revision = ?",
            arguments: [revision.number])
    }

    /// - Throws: GRDB's error for a damaged database, also when the terms are not those of the hash.
    private static func change(_ row: Row) throws -> RightsChange {
        let (bytes, name): (Data?, String?) = (row["terms"], row["record"])
        guard let step = RightsStep(rawValue: row["step"]),
            let version = try? AuthorisationHash(parsing: row["version"] as String),
            let id = try? AuthorisationID(parsing: row["authorisation"] as String),
            let actor = try? RightsActor(parsing: row["actor"] as String)
        else { throw damage }
        let record = name.flatMap { try? StepRecord(parsing: $0) }
        guard (record == nil) == (name == nil) else { throw damage }
        let known = Timestamp(milliseconds: row["known"])
        let day = CalendarDate(daysSinceEpoch: row["validFrom"])
        guard let bytes else {
            return RightsChange(
                step, of: id, version: version, by: actor, known: known, validFrom: day,
                recorded: record)
        }
        guard let terms = try? Authorisation(parsing: bytes), terms.hash == version, terms.id == id
        else { throw damage }
        return RightsChange(
            step, terms, by: actor, known: known, validFrom: day, recorded: record)
    }

    private static var damage: DatabaseError { DatabaseError(resultCode: .SQLITE_CORRUPT) }
}
