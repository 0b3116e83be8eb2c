import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway
import ParkingCards

/// The statements of the dossiers of cards, each within a transaction of the caller.
struct LifeRows {
    let key: CardKey

    func life(_ id: CardID, _ database: Database) throws -> CardLife? {
        let statement = try database.cachedStatement(
            sql: "SELECT holder, box FROM life WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id.blob]) else { return nil }
        let (pseudonym, box): (Data, Data) = (row["holder"], row["box"])
        let content = try key.open(Array(box), of: id.uuid, "life")
        guard let holder = Pseudonym(bytes: pseudonym),
            let life = CardLife(stored: try JSONValue(parsing: content), id: id, holder: holder)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return life
    }

    func history(of id: CardID, _ database: Database) throws -> [CardEvent] {
        let statement = try database.cachedStatement(
            sql: "SELECT number, kind, at, box FROM event WHERE card = ? ORDER BY number")
        return try Row.fetchAll(statement, arguments: [id.blob]).map { row in
            let (number, kind, at): (Int, String, Int64) = (row["number"], row["kind"], row["at"])
            let box: Data = row["box"]
            let content = try key.open(Array(box), of: id.uuid, "event \(number)")
            guard let known = CardEvent.Kind(rawValue: kind),
                let event = CardEvent(
                    stored: try JSONValue(parsing: content), kind: known,
                    at: Timestamp(milliseconds: at))
            else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return event
        }
    }

    /// Gives the next place in the order of receipt.
    func nextReceipt(in municipality: NISCode, _ database: Database) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO receipt VALUES (?, 1)
                ON CONFLICT (municipality) DO UPDATE SET last = last + 1
                RETURNING last
                """)
        guard let number = try Int.fetchOne(statement, arguments: [municipality.digits]) else {
            throw DatabaseError(resultCode: .SQLITE_INTERNAL)
        }
        return number
    }

    func insert(_ life: CardLife, _ database: Database) throws {
        let box = try key.seal(life.stored.canonicalBytes(), of: life.id.uuid, "life")
        try database.cachedStatement(
            sql: """
                INSERT INTO life
                    (id, municipality, receipt, renews, holder, state, endsOn, dueOn, closedOn,
                     revision, box)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            life.id.blob, life.municipality.digits, life.order, life.renews?.blob,
            Data(life.holder.bytes), life.state.name.rawValue,
            life.entitlement?.validity.until.daysSinceEpoch, life.dueOn?.daysSinceEpoch,
            life.closedOn?.daysSinceEpoch, life.revision, Data(box),
        ])
    }

    /// Replaces a life by what it became; `false` when it changed since it was read.
    func update(_ life: CardLife, _ database: Database) throws -> Bool {
        let box = try key.seal(life.stored.canonicalBytes(), of: life.id.uuid, "life")
        try database.cachedStatement(
            sql: """
                UPDATE life
                SET holder = ?, state = ?, endsOn = ?, dueOn = ?, closedOn = ?, revision = ?, box = ?
                WHERE id = ? AND revision = ?
                """
        ).execute(arguments: [
            Data(life.holder.bytes), life.state.name.rawValue,
            life.entitlement?.validity.until.daysSinceEpoch,
            life.dueOn?.daysSinceEpoch, life.closedOn?.daysSinceEpoch, life.revision, Data(box),
            life.id.blob, life.revision - 1,
        ])
        return database.changesCount == 1
    }

    func revision(of id: CardID, _ database: Database) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT revision FROM life WHERE id = ?"),
            arguments: [id.blob])
    }

    func append(_ events: [CardEvent], to id: CardID, _ database: Database) throws {
        var number =
            try Int.fetchOne(
                database.cachedStatement(sql: "SELECT MAX(number) FROM event WHERE card = ?"),
                arguments: [id.blob]) ?? 0
        for event in events {
            number += 1
            let box = try key.seal(
                event.stored.canonicalBytes(), of: id.uuid, "event \(number)")
            try database.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?)")
                .execute(arguments: [
                    id.blob, number, event.kind.rawValue, event.at.milliseconds, Data(box),
                ])
        }
    }

    private func codes(of order: IdempotencyKey) -> (key: Data, body: Data) {
        (
            Data(key.code(ofRequest: Array("key \(order.text)".utf8))),
            Data(key.code(ofRequest: Array("body ".utf8) + order.request))
        )
    }

    func known(_ order: IdempotencyKey, _ database: Database) throws -> KnownOrder? {
        let codes = codes(of: order)
        let statement = try database.cachedStatement(
            sql: "SELECT body, card, answer FROM request WHERE application = ? AND key = ?")
        guard
            let row = try Row.fetchOne(statement, arguments: [order.application.text, codes.key])
        else { return nil }
        guard row["body"] == codes.body else { return .anotherOrder }
        let card: Data = row["card"]
        guard let uuid = UUIDv7(bytes: card) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        guard let box: Data = row["answer"] else { return .begun(CardID(uuid)) }
        return .answered(CardID(uuid), try key.open(Array(box), of: uuid, "answer"))
    }

    func keep(
        _ order: IdempotencyKey, of id: CardID, answer: [UInt8]?, at time: Timestamp,
        _ database: Database
    ) throws {
        let codes = codes(of: order)
        let box = try answer.map { Data(try key.seal($0, of: id.uuid, "answer")) }
        try database.cachedStatement(
            sql: """
                INSERT INTO request VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (application, key) DO UPDATE SET answer = excluded.answer
                """
        ).execute(arguments: [
            order.application.text, codes.key, codes.body, id.blob, time.milliseconds, box,
        ])
    }
}
