import ConsultLog
public import Facts
import Foundation
import GRDB
public import Gateway
public import ParkingCards

extension SQLiteCardStorage {
    public func liveCards(
        at slot: Pseudonym, by key: QuotaKey, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await read {
            try CardRows.chains(
                at: Data(slot.bytes), of: key.rawValue, type.rawValue, municipality, day, $0
            ).count
        }
    }

    public func liveCards(
        _ type: CardType, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await read { try CardRows.count(type, municipality, day, $0) }
    }

    public func expiring(
        before day: CalendarDate, in municipality: NISCode, after last: CardID?, limit: Int
    ) async throws(CardStorageFailure) -> [CardID] {
        try await read { database in
            try Self.ids(
                """
                SELECT id FROM life
                WHERE municipality = ? AND state = 'active' AND endsOn < ? AND id > ?
                ORDER BY id LIMIT ?
                """,
                [municipality.digits, day.daysSinceEpoch, last?.blob ?? Data(), limit], database)
        }
    }

    public func cards(
        in municipality: NISCode, _ state: CardState.Name, after last: CardID?, limit: Int
    ) async throws(CardStorageFailure) -> [CardID] {
        try await read { database in
            try Self.ids(
                """
                SELECT id FROM life WHERE municipality = ? AND state = ? AND id > ?
                ORDER BY id LIMIT ?
                """, [municipality.digits, state.rawValue, last?.blob ?? Data(), limit], database)
        }
    }

    public func countOfExpiring(
        before day: CalendarDate, in municipality: NISCode
    ) async throws(CardStorageFailure) -> Int {
        try await read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) FROM life
                    WHERE municipality = ? AND state = 'active' AND endsOn < ?
                    """, arguments: [municipality.digits, day.daysSinceEpoch]) ?? 0
        }
    }

    public func overdue(
        on day: CalendarDate, in municipality: NISCode, limit: Int
    ) async throws(CardStorageFailure) -> [CardID] {
        try await read { database in
            try Self.ids(
                """
                SELECT id FROM life
                WHERE municipality = ? AND closedOn IS NULL AND dueOn < ? LIMIT ?
                """, [municipality.digits, day.daysSinceEpoch, limit], database)
        }
    }

    public func purge(
        closedBefore day: CalendarDate, in municipality: NISCode
    ) async throws(CardStorageFailure) -> Int {
        do throws(StorageFailure) {
            // Outside of any transaction, where SQLite listens to it.
            try await database.write { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        } catch {
            throw .unavailable
        }
        let purged = try await write { database in
            let ids = try Self.ids(
                "SELECT id FROM life WHERE municipality = ? AND closedOn < ?",
                [municipality.digits, day.daysSinceEpoch], database)
            for id in ids {
                for table in ["event", "request", "claim", "named", "place"] {
                    try database.cachedStatement(sql: "DELETE FROM \(table) WHERE card = ?")
                        .execute(arguments: [id.blob])
                }
                try database.cachedStatement(sql: "DELETE FROM life WHERE id = ?")
                    .execute(arguments: [id.blob])
            }
            try database.execute(
                sql: "DELETE FROM place WHERE municipality = ? AND heldUntil < ?",
                arguments: [municipality.digits, day.daysSinceEpoch])
            try database.execute(
                sql: "DELETE FROM named WHERE card NOT IN (SELECT card FROM place)")
            return ids.count
        }
        // What is left in the WAL goes with its next emptying when somebody reads it now.
        if purged > 0 { try? await database.emptyWAL() }
        return purged
    }

    public func forgetOrders(before time: Timestamp) async throws(CardStorageFailure) {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM request WHERE at < ?", arguments: [time.milliseconds])
        }
    }

    private static func ids(
        _ sql: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [CardID] {
        try Data.fetchAll(database, sql: sql, arguments: arguments).compactMap {
            UUIDv7(bytes: $0).map { CardID($0) }
        }
    }
}
