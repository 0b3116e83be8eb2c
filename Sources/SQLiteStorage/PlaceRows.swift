import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway
import ParkingCards

/// The statements that take places, slots and claims and give them back, each within a transaction
/// of the caller.
enum PlaceRows {
    static func insert(
        card: Data, chain: Data, _ municipality: NISCode, _ type: CardType, _ holder: Pseudonym,
        rank: Int, until: CalendarDate?, _ database: Database
    ) throws {
        try database.cachedStatement(sql: "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                card, chain, municipality.digits, type.rawValue, Data(holder.bytes), rank,
                lastDay(until),
            ])
    }

    /// The day as a number; the last one of all for a place that is held as long as it takes.
    private static func lastDay(_ day: CalendarDate?) -> Int { day?.daysSinceEpoch ?? Int.max }

    static func insertSlot(
        _ kind: String, _ type: String, _ key: Data, number: Int, card: Data, chain: Data,
        _ municipality: NISCode, until: CalendarDate?, _ database: Database
    ) throws {
        try name(kind, key, by: card, database)
        try database.cachedStatement(sql: "INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                municipality.digits, kind, type, key, number, chain, lastDay(until),
            ])
    }

    /// A card names a slot: its chain holds it as long as the last card that names it.
    private static func name(
        _ kind: String, _ key: Data, by card: Data, _ database: Database
    ) throws {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO named VALUES (?, ?, ?)")
            .execute(arguments: [card, kind, key])
    }

    private static func forgetNames(_ card: Data, _ kind: String?, _ database: Database) throws {
        try database.cachedStatement(
            sql: "DELETE FROM named WHERE card = ? AND kind = COALESCE(?, kind)"
        ).execute(arguments: [card, kind])
    }

    /// Slots that lapsed before a day are free for others.
    static func forget(
        before day: CalendarDate, in municipality: NISCode, _ database: Database
    ) throws {
        try database.cachedStatement(
            sql: "DELETE FROM slot WHERE municipality = ? AND heldUntil < ?"
        ).execute(arguments: [municipality.digits, day.daysSinceEpoch])
    }

    /// Each slot of a chain is held as long as the last card that names it, and free when none
    /// does: a renewal may be for another plate or address than the card that it renews.
    static func alignSlots(of chain: Data, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                UPDATE slot SET heldUntil = COALESCE(
                    (SELECT MAX(place.heldUntil) FROM place JOIN named ON named.card = place.card
                     WHERE place.chain = slot.chain AND named.kind = slot.kind
                        AND named.key = slot.key), -1)
                WHERE chain = ?
                """
        ).execute(arguments: [chain])
        try database.cachedStatement(sql: "DELETE FROM slot WHERE chain = ? AND heldUntil = -1")
            .execute(arguments: [chain])
    }

    /// Keeps a place until another day; one that lapsed is not to be had back this way, since it
    /// may be somebody else's by now.
    static func hold(
        _ life: CardLife, until day: CalendarDate, on today: CalendarDate, _ database: Database
    ) throws -> CardCommitment {
        try database.cachedStatement(
            sql: "UPDATE place SET heldUntil = ? WHERE card = ? AND heldUntil >= ?"
        ).execute(arguments: [day.daysSinceEpoch, life.id.blob, today.daysSinceEpoch])
        guard database.changesCount == 1 else { return .quotaFull }
        try alignSlots(of: life.chain.blob, database)
        return .committed
    }

    static func release(_ life: CardLife, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM place WHERE card = ?")
            .execute(arguments: [life.id.blob])
        try forgetNames(life.id.blob, nil, database)
        try unclaim(life, database)
        try alignSlots(of: life.chain.blob, database)
    }

    static func unclaim(_ life: CardLife, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM claim WHERE card = ?")
            .execute(arguments: [life.id.blob])
    }

    /// An application that is not decided keeps its place for its holder, and in its slot where that
    /// is known.
    static func claim(
        _ life: CardLife, until day: CalendarDate?, slot: PlaceKey?, _ database: Database
    ) throws {
        try unclaim(life, database)
        var keys = [("holder", Data(life.holder.bytes))]
        if case .slot(let kind, let pseudonym) = slot {
            keys.append((kind.rawValue, Data(pseudonym.bytes)))
        }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (kind, key) in keys {
            try statement.execute(arguments: [
                life.id.blob, life.chain.blob, life.municipality.digits, kind, life.type.rawValue,
                key, life.order, lastDay(day),
            ])
        }
    }

    /// The chains of applications that came earlier, are not decided and count for the same key.
    private static func claims(
        before life: CardLife, _ key: PlaceKey, _ day: CalendarDate, _ database: Database
    ) throws -> Set<Data> {
        let keys: [(String, Data)] =
            switch key {
            case .people(let people): people.map { ("holder", Data($0.bytes)) }
            case .slot(let kind, let pseudonym): [(kind.rawValue, Data(pseudonym.bytes))]
            }
        let statement = try database.cachedStatement(
            sql: """
                SELECT chain FROM claim
                WHERE municipality = ? AND kind = ? AND type = ? AND key = ? AND receipt < ?
                    AND heldUntil >= ?
                """)
        var chains: Set<Data> = []
        for (kind, key) in keys {
            chains.formUnion(
                try Data.fetchAll(
                    statement,
                    arguments: [
                        life.municipality.digits, kind, life.type.rawValue, key, life.order,
                        day.daysSinceEpoch,
                    ]))
        }
        return chains
    }

    /// Takes a place for a grant; anything but ``CardCommitment/committed`` has written nothing.
    static func reserve(
        _ life: CardLife, _ request: PlaceRequest, plates: Set<Data>, shared: Set<Data>,
        _ database: Database
    ) throws -> CardCommitment {
        let (municipality, day, own) = (life.municipality, request.day, life.chain.blob)
        var key = request.key
        let live: Set<Data>
        switch key {
        case .people(let people):
            key = .people(people.union([life.holder]))
            live = try CardRows.chains(
                people.union([life.holder]), life.type, municipality, day, database)
        case .slot(let kind, let pseudonym):
            live = try CardRows.chains(
                at: Data(pseudonym.bytes), of: kind.rawValue, life.type.rawValue, municipality,
                day, database)
        }
        let others = live.subtracting([own])
        guard others.count == request.others else { return .counted(others: others.count) }
        let earlier = try claims(before: life, key, day, database)
        guard others.union(earlier).subtracting([own]).count < request.maximum else {
            return .placeHeld
        }
        if let cap = request.municipalCap, let counted = request.municipalOthers {
            let all = try CardRows.count(life.type, municipality, day, except: own, database)
            guard all == counted else { return .countedInMunicipality(others: all) }
            guard all < cap else { return .quotaFull }
            let claimed = try CardRows.countWithClaims(
                before: life.order, life.type, municipality, day, except: own, database)
            guard claimed < cap else { return .placeHeld }
        }
        for plate in plates.subtracting(shared)
        where try !CardRows.isFree(plate, municipality, day, except: own, database) {
            return .plateHasCard
        }
        try forget(before: day, in: municipality, database)
        let until = request.heldUntil
        try unclaim(life, database)
        try insert(
            card: life.id.blob, chain: own, municipality, life.type, life.holder,
            rank: life.entitlement?.rank ?? 1, until: until, database)
        for plate in plates {
            let most = shared.contains(plate) ? Int.max : 1
            try takeSlot(CardRows.plate, "", plate, most: most, life, until, database)
        }
        if case .slot(let kind, let pseudonym) = key {
            try takeSlot(
                kind.rawValue, life.type.rawValue, Data(pseudonym.bytes), most: request.maximum,
                life, until, database)
        }
        try alignSlots(of: own, database)
        return .committed
    }

    /// Takes the first number that is free, unless the chain has the slot already. That no number
    /// is given twice is the table's own rule.
    private static func takeSlot(
        _ kind: String, _ type: String, _ key: Data, most: Int, _ life: CardLife,
        _ until: CalendarDate?, _ database: Database
    ) throws {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT number, chain FROM slot
                    WHERE municipality = ? AND kind = ? AND type = ? AND key = ? ORDER BY number
                    """), arguments: [life.municipality.digits, kind, type, key])
        if rows.contains(where: { $0["chain"] == life.chain.blob }) {
            return try name(kind, key, by: life.id.blob, database)
        }
        let taken = Set(rows.map { $0["number"] as Int })
        var number = 1
        while number < most, taken.contains(number) { number += 1 }
        try insertSlot(
            kind, type, key, number: number, card: life.id.blob, chain: life.chain.blob,
            life.municipality, until: until, database)
    }

    /// The card is for other vehicles from that day on. A plate that another card of the chain is
    /// for stays held; while a renewal is not decided, its plate must not become a stranger's.
    static func exchange(
        _ life: CardLife, plates: Set<Data>, shared: Set<Data>, on day: CalendarDate,
        _ database: Database
    ) throws -> CardCommitment {
        let own = life.chain.blob
        let open = try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT * FROM claim WHERE chain = ? AND card <> ? AND heldUntil >= ?)
                    """), arguments: [own, life.id.blob, day.daysSinceEpoch])
        guard open != true else { return .alreadyRenewed }
        for plate in plates.subtracting(shared)
        where try !CardRows.isFree(plate, life.municipality, day, except: own, database) {
            return .plateHasCard
        }
        try forget(before: day, in: life.municipality, database)
        try forgetNames(life.id.blob, CardRows.plate, database)
        try alignSlots(of: own, database)
        for plate in plates {
            let most = shared.contains(plate) ? Int.max : 1
            try takeSlot(CardRows.plate, "", plate, most: most, life, day, database)
        }
        try alignSlots(of: own, database)
        return .committed
    }
}

extension CardID {
    var blob: Data { Data(uuid.bytes) }
}
