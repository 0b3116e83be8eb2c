import AccessRights
import Facts
import Foundation
import GRDB
import Gateway

/// The statements of the rights, each within a transaction of the caller.
enum RightsRows {
    static func revision(_ database: Database) throws -> RightsRevision {
        let statement = try database.cachedStatement(sql: "SELECT MAX(revision) FROM change")
        return RightsRevision(try Int64.fetchOne(statement) ?? 0)
    }

    static func changes(
        after revision: RightsRevision, _ database: Database
    ) throws -> [PlacedRightsChange] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM change WHERE revision > ? ORDER BY revision",
            arguments: [revision.number]
        ).map { try change($0) }
    }

    static func unlogged(_ database: Database) throws -> [PlacedRightsChange] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM change WHERE logged = 0 ORDER BY revision"
        ).map { try change($0) }
    }

    static func append(
        _ changes: [RightsChange], on revision: RightsRevision, areLogged: Bool,
        _ database: Database
    ) throws -> Bool {
        guard try self.revision(database) == revision else { return false }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO change
                    (revision, authorisation, step, version, terms, actor, known, validFrom,
                     reason, logged)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (index, change) in changes.enumerated() {
            try statement.execute(arguments: [
                revision.number + Int64(index) + 1, change.authorisation.text,
                change.step.rawValue, change.version.hexadecimal,
                change.terms.map { Data($0.canonicalJSON) }, change.actor.text,
                change.known.milliseconds, change.validFrom.daysSinceEpoch, change.reason?.text,
                areLogged,
            ])
        }
        return true
    }

    static func markLogged(_ revision: RightsRevision, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE change SET logged = 1 WHERE revision = ?", arguments: [revision.number])
    }

    /// - Throws: GRDB's error for a damaged database, also when the terms are not those of the hash.
    private static func change(_ row: Row) throws -> PlacedRightsChange {
        let bytes: Data? = row["terms"]
        guard let step = RightsStep(rawValue: row["step"]),
            let version = try? AuthorisationHash(parsing: row["version"] as String),
            let id = try? AuthorisationID(parsing: row["authorisation"] as String),
            let actor = actor(row["actor"]),
            let revision = (row["revision"] as Int64?).flatMap({ $0 > 0 ? $0 : nil })
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let known = Timestamp(milliseconds: row["known"])
        let day = CalendarDate(daysSinceEpoch: row["validFrom"])
        let reason = try (row["reason"] as String?).map { try RightsReason(parsing: $0) }
        guard let bytes else {
            return PlacedRightsChange(
                revision: RightsRevision(revision),
                change: RightsChange(
                    step, of: id, version: version, by: actor, known: known, validFrom: day,
                    because: reason))
        }
        guard let terms = try? Authorisation(parsing: bytes), terms.hash == version, terms.id == id
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return PlacedRightsChange(
            revision: RightsRevision(revision),
            change: RightsChange(
                step, terms, by: actor, known: known, validFrom: day, because: reason))
    }

    private static func actor(_ text: String) -> RightsActor? { try? RightsActor(parsing: text) }
}
