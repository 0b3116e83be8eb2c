import AccessRights
import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway

/// The statements of the entries that the log is owed about dossiers.
enum OwedReferenceRows {
    private static let columns = """
        consult, reference, change, untilDay, application, trace, key, officialHash, officialBox
        """

    static func insert(_ entry: OwedReferenceEntry, _ database: Database) throws {
        let arguments: StatementArguments = [
            Data(entry.consult.uuid.bytes), Data(entry.reference.uuid.bytes),
            entry.change.rawValue, entry.until.daysSinceEpoch, entry.application.text,
            entry.trace?.text, Data(entry.key.bytes), entry.official.map { Data($0.hash) },
            entry.official.map { Data($0.box) },
        ]
        try database.cachedStatement(
            sql: "INSERT INTO owed (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: arguments)
    }

    static func all(_ database: Database) throws -> [OwedReferenceEntry] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT \(columns) FROM owed ORDER BY number")
        ).map(entry)
    }

    static func delete(_ consult: ConsultID, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM owed WHERE consult = ?")
            .execute(arguments: [Data(consult.uuid.bytes)])
    }

    private static func entry(_ row: Row) throws -> OwedReferenceEntry {
        guard let consult = UUIDv7(bytes: row[0] as Data),
            let reference = UUIDv7(bytes: row[1] as Data),
            let change = ReferenceChange(rawValue: row[2]),
            let key = DataKeyID(bytes: Array(row[6] as Data))
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let (hash, box): (Data?, Data?) = (row[7], row[8])
        var official: SealedField?
        if let hash, let box {
            official = SealedField(storedHash: Array(hash), box: Array(box))
        }
        return OwedReferenceEntry(
            consult: ConsultID(consult), reference: ReferenceID(reference), change: change,
            until: CalendarDate(daysSinceEpoch: row[3]),
            application: try ApplicationID(parsing: row[4] as String),
            trace: try (row[5] as String?).map { try TraceID(parsing: $0) }, key: key,
            official: official)
    }
}
