import AccessRights
import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway

/// The statements of the repertory of references.
enum ReferenceRows {
    private static let columns = """
        id, kind, organisation, application, purpose, authorisation, authorisationHash, fromDay, \
        untilDay, key, subjectHash, subjectBox, subjectToken, dossierHash, dossierBox, \
        dossierToken, closed
        """

    /// Within the caller's transaction.
    static func insert(
        _ record: ReferenceRecord, unlessOpen twins: Set<ReferenceTokens>, _ database: Database
    ) throws -> ReferenceRecord? {
        if let twin = try open(twins, of: record, database) { return twin }
        let arguments: StatementArguments = [
            Data(record.id.uuid.bytes), record.kind.text, record.organisation.digits,
            record.application.text, record.purpose.text, record.authorisation.id.text,
            Data(record.authorisation.hash.bytes), record.from.daysSinceEpoch,
            record.until.daysSinceEpoch, Data(record.key.bytes), Data(record.subject.hash),
            Data(record.subject.box), Int64(bitPattern: record.subjectToken),
            Data(record.dossier.hash), Data(record.dossier.box),
            Int64(bitPattern: record.dossierToken), record.closed?.milliseconds,
        ]
        try database.cachedStatement(
            sql: """
                INSERT INTO reference (\(columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """
        ).execute(arguments: arguments)
        return nil
    }

    private static func open(
        _ twins: Set<ReferenceTokens>, of record: ReferenceRecord, _ database: Database
    ) throws -> ReferenceRecord? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(columns) FROM reference
                WHERE organisation = ? AND dossierToken = ? AND subjectToken = ? AND kind = ?
                    AND closed IS NULL AND fromDay <= ? AND untilDay >= ? AND id <> ?
                """)
        for twin in twins {
            let row = try Row.fetchOne(
                statement,
                arguments: [
                    record.organisation.digits, Int64(bitPattern: twin.dossier),
                    Int64(bitPattern: twin.subject), record.kind.text,
                    record.from.daysSinceEpoch, record.from.daysSinceEpoch,
                    Data(record.id.uuid.bytes),
                ])
            if let row { return try self.record(row) }
        }
        return nil
    }

    /// Compares and sets, within the caller's transaction. What says whose dossier it is, of which
    /// kind and since when stays.
    static func replace(
        _ before: ReferenceRecord, by after: ReferenceRecord, _ database: Database
    ) throws -> Bool {
        let arguments: StatementArguments = [
            after.application.text, after.purpose.text, after.authorisation.id.text,
            Data(after.authorisation.hash.bytes), after.until.daysSinceEpoch,
            Data(after.key.bytes), Data(after.subject.hash), Data(after.subject.box),
            Int64(bitPattern: after.subjectToken), Data(after.dossier.hash),
            Data(after.dossier.box), Int64(bitPattern: after.dossierToken),
            after.closed?.milliseconds, Data(before.id.uuid.bytes), before.until.daysSinceEpoch,
            before.closed?.milliseconds,
        ]
        try database.cachedStatement(
            sql: """
                UPDATE reference SET application = ?, purpose = ?, authorisation = ?,
                    authorisationHash = ?, untilDay = ?, key = ?, subjectHash = ?, subjectBox = ?,
                    subjectToken = ?, dossierHash = ?, dossierBox = ?, dossierToken = ?, closed = ?
                WHERE id = ? AND untilDay = ? AND closed IS ?
                """
        ).execute(arguments: arguments)
        return database.changesCount == 1
    }

    static func record(_ id: ReferenceID, _ database: Database) throws -> ReferenceRecord? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT \(columns) FROM reference WHERE id = ?"),
            arguments: [Data(id.uuid.bytes)]
        ).map(record)
    }

    /// From key to key along the index, however many dossiers there are of each.
    static func keys(
        _ organisation: EnterpriseNumber, _ database: Database
    ) throws -> Set<DataKeyID> {
        let keys = try Data.fetchAll(
            database.cachedStatement(
                sql: """
                    WITH RECURSIVE step(key) AS (
                        SELECT min(key) FROM reference
                        WHERE organisation = :organisation AND closed IS NULL
                        UNION ALL
                        SELECT (
                            SELECT min(key) FROM reference
                            WHERE organisation = :organisation AND closed IS NULL
                                AND key > step.key)
                        FROM step WHERE key IS NOT NULL)
                    SELECT key FROM step WHERE key IS NOT NULL
                    """), arguments: ["organisation": organisation.digits])
        return Set(
            try keys.map { bytes in
                // Behind a name that is none there may be what is looked for.
                guard let key = DataKeyID(bytes: Array(bytes)) else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT)
                }
                return key
            })
    }

    static func records(
        _ organisation: EnterpriseNumber, _ tokens: Set<UInt64>, _ field: ReferenceField,
        _ day: CalendarDate, _ database: Database
    ) throws -> [ReferenceRecord] {
        let column =
            switch field {
            case .subject: "subjectToken"
            case .dossier: "dossierToken"
            }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(columns) FROM reference
                WHERE organisation = ? AND \(column) = ? AND closed IS NULL
                    AND fromDay <= ? AND untilDay >= ?
                """)
        var records: [ReferenceRecord] = []
        for token in tokens {
            records += try Row.fetchAll(
                statement,
                arguments: [
                    organisation.digits, Int64(bitPattern: token), day.daysSinceEpoch,
                    day.daysSinceEpoch,
                ]
            ).map(record)
        }
        return records.sorted { $0.id < $1.id }
    }

    static func records(
        _ day: CalendarDate, after id: ReferenceID?, _ limit: Int, _ database: Database
    ) throws -> [ReferenceRecord] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(columns) FROM reference
                    WHERE id > ? AND closed IS NULL AND fromDay <= ? AND untilDay >= ?
                    ORDER BY id LIMIT ?
                    """),
            arguments: [
                Data(id?.uuid.bytes ?? []), day.daysSinceEpoch, day.daysSinceEpoch, limit,
            ]
        ).map(record)
    }

    static func counts(_ day: CalendarDate, _ database: Database) throws -> [ReferenceCount] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT organisation, kind, COUNT(*) FROM reference
                    WHERE closed IS NULL AND fromDay <= ? AND untilDay >= ?
                    GROUP BY organisation, kind ORDER BY organisation, kind
                    """), arguments: [day.daysSinceEpoch, day.daysSinceEpoch]
        ).map { row in
            ReferenceCount(
                organisation: try EnterpriseNumber(parsing: row[0] as String),
                kind: try ReferenceKind(parsing: row[1] as String), open: row[2])
        }
    }

    private static func record(_ row: Row) throws -> ReferenceRecord {
        let closed: Int64? = row[16]
        guard let id = UUIDv7(bytes: row[0] as Data),
            let key = DataKeyID(bytes: Array(row[9] as Data))
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        let hash = Array(row[6] as Data)
        guard hash.count == 32 else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return ReferenceRecord(
            id: ReferenceID(id), kind: try ReferenceKind(parsing: row[1] as String),
            organisation: try EnterpriseNumber(parsing: row[2] as String),
            application: try ApplicationID(parsing: row[3] as String),
            purpose: try PurposeID(parsing: row[4] as String),
            authorisation: AuthorisationReference(
                id: try AuthorisationID(parsing: row[5] as String),
                hash: AuthorisationHash(bytes: hash)),
            from: CalendarDate(daysSinceEpoch: row[7]), until: CalendarDate(daysSinceEpoch: row[8]),
            key: key,
            subject: SealedField(
                storedHash: Array(row[10] as Data), box: Array(row[11] as Data)),
            subjectToken: UInt64(bitPattern: row[12]),
            dossier: SealedField(
                storedHash: Array(row[13] as Data), box: Array(row[14] as Data)),
            dossierToken: UInt64(bitPattern: row[15]),
            closed: closed.map { Timestamp(milliseconds: $0) })
    }
}
