import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway
import ParkingCards

/// The statements of the card register, each within a transaction of the caller.
enum CardRows {
    static func live(
        _ holders: Set<Pseudonym>, _ type: CardType, _ municipality: NISCode,
        _ day: CalendarDate, _ database: Database
    ) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT COUNT(*) FROM card
                WHERE municipality = ? AND type = ? AND holder = ? AND validUntil >= ?
                """)
        var count = 0
        for holder in holders {
            count +=
                try Int.fetchOne(
                    statement,
                    arguments: [
                        municipality.digits, type.rawValue, Data(holder.bytes), day.daysSinceEpoch,
                    ]) ?? 0
        }
        return count
    }

    static func isFree(
        _ plate: Plate, _ municipality: NISCode, _ day: CalendarDate, _ database: Database
    ) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT NOT EXISTS (
                    SELECT 1 FROM card WHERE municipality = ? AND plate = ? AND validUntil >= ?)
                """)
        return try Bool.fetchOne(
            statement, arguments: [municipality.digits, plate.text, day.daysSinceEpoch]) ?? false
    }

    static func record(
        _ card: Card, _ quota: CardQuota, _ database: Database
    ) throws -> CardRecording {
        let known = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT rank FROM card WHERE id = ?"),
            arguments: [Data(card.id.uuid.bytes)])
        if let known { return .recorded(rank: known) }
        let day = card.validity.from
        let holders = quota.holders.union([card.holder])
        let live = try live(holders, card.type, card.municipality, day, database)
        guard live < quota.maximum else { return .quotaExceeded(live: live) }
        guard try isFree(card.plate, card.municipality, day, database) else {
            return .plateHasCard
        }
        try insert(card, rank: live + 1, database)
        return .recorded(rank: live + 1)
    }

    private static func insert(_ card: Card, rank: Int, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO card
                    (id, municipality, type, holder, plate, validFrom, validUntil, rank)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            Data(card.id.uuid.bytes), card.municipality.digits, card.type.rawValue,
            Data(card.holder.bytes), card.plate.text, card.validity.from.daysSinceEpoch,
            card.validity.until.daysSinceEpoch, rank,
        ])
    }
}
