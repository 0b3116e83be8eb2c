import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway
import ParkingCards

/// The statements that count cards and record them, each within a transaction of the caller.
enum CardRows {
    /// The kind of slot that holds a plate.
    static let plate = "plate"

    /// The chains of cards of these people that count on a day.
    static func chains(
        _ holders: Set<Pseudonym>, _ type: CardType, _ municipality: NISCode,
        _ day: CalendarDate, _ database: Database
    ) throws -> Set<Data> {
        let statement = try database.cachedStatement(
            sql: """
                SELECT chain FROM place
                WHERE municipality = ? AND type = ? AND holder = ? AND heldUntil >= ?
                """)
        var chains: Set<Data> = []
        for holder in holders {
            chains.formUnion(
                try Data.fetchAll(
                    statement,
                    arguments: [
                        municipality.digits, type.rawValue, Data(holder.bytes), day.daysSinceEpoch,
                    ]))
        }
        return chains
    }

    /// The chains of cards that hold a slot of this kind on a day.
    static func chains(
        at key: Data, of kind: String, _ type: String, _ municipality: NISCode,
        _ day: CalendarDate, _ database: Database
    ) throws -> Set<Data> {
        let statement = try database.cachedStatement(
            sql: """
                SELECT chain FROM slot
                WHERE municipality = ? AND kind = ? AND type = ? AND key = ? AND heldUntil >= ?
                """)
        return Set(
            try Data.fetchAll(
                statement,
                arguments: [municipality.digits, kind, type, key, day.daysSinceEpoch]))
    }

    /// How many chains of cards of a type count in a municipality on a day, but for one.
    static func count(
        _ type: CardType, _ municipality: NISCode, _ day: CalendarDate, except chain: Data = Data(),
        _ database: Database
    ) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT COUNT(DISTINCT chain) FROM place
                WHERE municipality = ? AND type = ? AND heldUntil >= ? AND chain <> ?
                """)
        return try Int.fetchOne(
            statement,
            arguments: [municipality.digits, type.rawValue, day.daysSinceEpoch, chain]) ?? 0
    }

    /// The same with the applications that came before a place in the order of receipt and are not
    /// decided.
    static func countWithClaims(
        before order: Int, _ type: CardType, _ municipality: NISCode, _ day: CalendarDate,
        except chain: Data, _ database: Database
    ) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT COUNT(*) FROM (
                    SELECT chain FROM place WHERE municipality = ?1 AND type = ?2 AND heldUntil >= ?3
                    UNION
                    SELECT chain FROM claim
                    WHERE municipality = ?1 AND kind = 'holder' AND type = ?2 AND heldUntil >= ?3
                        AND receipt < ?4)
                WHERE chain <> ?5
                """)
        return try Int.fetchOne(
            statement,
            arguments: [municipality.digits, type.rawValue, day.daysSinceEpoch, order, chain]) ?? 0
    }

    static func isFree(
        _ code: Data, _ municipality: NISCode, _ day: CalendarDate, except chain: Data = Data(),
        _ database: Database
    ) throws -> Bool {
        try chains(at: code, of: plate, "", municipality, day, database)
            .subtracting([chain]).isEmpty
    }

    static func record(
        _ card: Card, _ quota: CardQuota, _ code: Data, _ database: Database
    ) throws -> CardRecording {
        let id = Data(card.id.uuid.bytes)
        let known = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT rank FROM place WHERE card = ?"),
            arguments: [id])
        if let known { return .recorded(rank: known) }
        let day = card.validity.from
        let holders = quota.holders.union([card.holder])
        let live = try chains(holders, card.type, card.municipality, day, database).count
        guard live < quota.maximum else { return .quotaExceeded(live: live) }
        guard try isFree(code, card.municipality, day, database) else { return .plateHasCard }
        try PlaceRows.forget(before: day, in: card.municipality, database)
        try PlaceRows.insert(
            card: id, chain: id, card.municipality, card.type, card.holder, rank: live + 1,
            until: card.validity.until, database)
        try PlaceRows.insertSlot(
            plate, "", code, number: 1, card: id, chain: id, card.municipality,
            until: card.validity.until, database)
        return .recorded(rank: live + 1)
    }
}
