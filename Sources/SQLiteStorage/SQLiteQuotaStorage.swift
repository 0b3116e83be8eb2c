import AccessRights
public import ConsultLog
import Facts
import Foundation
import GRDB
public import Gateway

/// Counts the use of quotas in an SQLite database of its own.
public struct SQLiteQuotaStorage: QuotaStorage {
    /// For how many days the counts are kept, for whoever looks at them.
    private static let days = 31

    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(at path: String) async throws(OpeningFailure) -> SQLiteQuotaStorage {
        SQLiteQuotaStorage(
            database: try await DurableDatabase.open(at: path, QuotaSchema.migrator))
    }

    public func reserve(
        _ reservation: QuotaReservation
    ) async throws(StorageFailure) -> Bool {
        try await database.write { database in
            var isReserved = false
            // Takes SQLite's write lock first: one step, for other processes too.
            try database.inTransaction(.immediate) {
                isReserved = try Self.reserve(reservation, database)
                return isReserved ? .commit : .rollback
            }
            return isReserved
        }
    }

    public func release(_ reservation: QuotaReservation) async throws(StorageFailure) {
        try await database.write { database in
            try database.inWriterTransaction {
                try Self.uncount(reservation, Data(), database)
                if reservation.quota.perOfficialPerDay != nil, let official = reservation.official {
                    try Self.uncount(reservation, Data(official), database)
                }
            }
        }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    private static func reserve(
        _ reservation: QuotaReservation, _ database: Database
    ) throws -> Bool {
        let day = reservation.day.daysSinceEpoch
        try database.cachedStatement(sql: "DELETE FROM quota WHERE day < ?")
            .execute(arguments: [day - days])
        let quota = reservation.quota
        guard try count(reservation, Data(), within: quota.perDay, database) else { return false }
        guard let bound = quota.perOfficialPerDay else { return true }
        // Who is not known cannot be counted, and so has no share.
        guard let official = reservation.official, !official.isEmpty else { return false }
        return try count(reservation, Data(official), within: bound, database)
    }

    private static func count(
        _ reservation: QuotaReservation, _ official: Data, within bound: Int?,
        _ database: Database
    ) throws -> Bool {
        let used = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    INSERT INTO quota (day, authorisation, official, used) VALUES (?, ?, ?, 1)
                    ON CONFLICT (day, authorisation, official) DO UPDATE SET used = used + 1
                    RETURNING used
                    """),
            arguments: [
                reservation.day.daysSinceEpoch, reservation.authorisation.text, official,
            ])
        return (used ?? .max) <= bound ?? .max
    }

    private static func uncount(
        _ reservation: QuotaReservation, _ official: Data, _ database: Database
    ) throws {
        let arguments: StatementArguments = [
            reservation.day.daysSinceEpoch, reservation.authorisation.text, official,
        ]
        try database.cachedStatement(
            sql: """
                DELETE FROM quota
                WHERE day = ? AND authorisation = ? AND official = ? AND used = 1
                """
        ).execute(arguments: arguments)
        try database.cachedStatement(
            sql: """
                UPDATE quota SET used = used - 1
                WHERE day = ? AND authorisation = ? AND official = ? AND used > 1
                """
        ).execute(arguments: arguments)
    }
}
