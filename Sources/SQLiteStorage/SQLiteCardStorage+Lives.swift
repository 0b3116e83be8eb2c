import ConsultLog
import Facts
import Foundation
import GRDB
import Gateway
public import ParkingCards

extension SQLiteCardStorage: CardLifeStorage {
    public func receive(
        _ life: CardLife, _ event: CardEvent, order: IdempotencyKey?
    ) async throws(CardStorageFailure) -> CardReceipt {
        try await write { [rows] database in
            if let order, let known = try rows.known(order, database) { return .known(known) }
            if let renewed = life.renews {
                let open = try Data.fetchOne(
                    database,
                    sql: "SELECT id FROM life WHERE renews = ? AND closedOn IS NULL",
                    arguments: [renewed.blob])
                if let uuid = open.flatMap({ UUIDv7(bytes: $0) }) {
                    return .alreadyRenewed(CardID(uuid))
                }
            }
            let received = life.ordered(try rows.nextReceipt(in: life.municipality, database))
            try rows.insert(received, database)
            try rows.append([event], to: received.id, database)
            try PlaceRows.claim(received, until: received.claimedUntil, slot: nil, database)
            if let order {
                try rows.keep(order, of: life.id, answer: nil, at: event.at, database)
            }
            return .received(received)
        }
    }

    public func known(_ order: IdempotencyKey) async throws(CardStorageFailure) -> KnownOrder? {
        try await read { [rows] in try rows.known(order, $0) }
    }

    public func life(_ id: CardID) async throws(CardStorageFailure) -> CardLife? {
        try await read { [rows] in try rows.life(id, $0) }
    }

    public func history(of id: CardID) async throws(CardStorageFailure) -> [CardEvent] {
        try await read { [rows] in try rows.history(of: id, $0) }
    }

    public func renewal(of id: CardID) async throws(CardStorageFailure) -> CardID? {
        try await read { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT id FROM life WHERE renews = ?
                    ORDER BY closedOn IS NOT NULL, receipt DESC LIMIT 1
                    """, arguments: [id.blob]
            ).flatMap { UUIDv7(bytes: $0) }.map { CardID($0) }
        }
    }

    public func commit(
        _ change: CardChange
    ) async throws(CardStorageFailure) -> CardCommitment {
        let life = change.life
        let key = key
        return try await step { [rows] database in
            if let order = change.order, let known = try rows.known(order.key, database) {
                switch known {
                // The receipt of an application begins an order that a later step answers.
                case .begun(life.id): break
                case .begun, .answered, .anotherOrder: return .known(known)
                }
            }
            guard try rows.revision(of: life.id, database) == life.revision - 1 else {
                return .stale
            }
            let outcome = try Self.apply(change.place, to: life, key, database)
            guard outcome == .committed else { return outcome }
            guard try rows.update(life, database) else { return .stale }
            try rows.append(change.events, to: life.id, database)
            if let order = change.order, let at = change.events.first?.at {
                try rows.keep(order.key, of: life.id, answer: order.answer, at: at, database)
            }
            return .committed
        }
    }

    private static func apply(
        _ place: PlaceChange, to life: CardLife, _ key: CardKey, _ database: Database
    ) throws -> CardCommitment {
        func codes(_ plates: some Sequence<Plate>) -> Set<Data> {
            Set(Set(plates).map { Data(key.code(of: $0, in: life.municipality)) })
        }
        switch place {
        case .keep: return .committed
        case .claim(let until, let slot):
            try PlaceRows.claim(life, until: until, slot: slot, database)
            return .committed
        case .hold(let until, let day):
            return try PlaceRows.hold(life, until: until, on: day, database)
        case .release:
            try PlaceRows.release(life, database)
            return .committed
        case .reserve(let request):
            return try PlaceRows.reserve(
                life, request, plates: codes(request.plates), shared: codes(request.sharedPlates),
                database)
        case .exchange(let plates, let shared, let day):
            return try PlaceRows.exchange(
                life, plates: codes(plates), shared: codes(shared), on: day, database)
        }
    }
}
