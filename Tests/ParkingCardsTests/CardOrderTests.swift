import CanonicalJSON
import Facts
import Foundation
import GRDB
import Testing

@testable import ParkingCards
@testable import SQLiteStorage

@Suite("An order is carried out once, and a dossier is nobody's to read")
struct CardOrderTests {
    @Test("the same order again gets the same answer, byte for byte")
    func again() async throws {
        try await CardBench.with { bench async throws in
            let application = try bench.application(by: 1, plate: "1AAA001")
            func apply() async throws -> [UInt8] {
                try await bench.office.apply(
                    application, in: bench.context(), by: bench.order("order-1", for: "body"))
            }
            let first = try await apply()
            bench.clock.move(days: 1)
            #expect(try await apply() == first)
            let life = try await bench.life(first)
            let payment = try requireValue(Payment(of: Euros(cents: 2800), reference: "R-1"))
            func pay(_ body: String) async throws -> [UInt8] {
                try await bench.office.pay(
                    payment, for: life.id, by: bench.order("order-2", for: body))
            }
            let paid = try await pay("28")
            #expect(try await pay("28") == paid)
            await #expect(throws: CardFailure.anotherOrder) { try await pay("29") }
            #expect(try await bench.storage.history(of: life.id).count == 3)
        }
    }

    @Test("of the same order many times at once, one application comes")
    func concurrently() async throws {
        try await CardBench.with { bench async throws in
            let application = try bench.application(by: 1, plate: "1AAA001")
            let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await bench.office.apply(
                            application, in: bench.context(),
                            by: bench.order("order-1", for: "body"))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let ids = try Set(
                answers.map { try JSONValue(parsing: $0)["cardId"]?.string ?? "" })
            #expect(ids.count == 1)
            let live = try await bench.storage.liveCards(
                .resident, in: World.schaerbeek, on: World.decisionDay)
            #expect(live == 1)
        }
    }

    @Test("an application whose gateway ended in between is taken up by the same order")
    func interrupted() async throws {
        try await CardBench.with { bench async throws in
            let person = try CardBench.person(1)
            bench.examiner.interrupt(person)
            await #expect(throws: CardFailure.self) {
                try await bench.apply(by: 1, plate: "1AAA001", key: "order-1")
            }
            bench.examiner.interrupt(nil)
            let other = try await bench.apply(by: 2, plate: "1AAA002")
            let life = try await bench.apply(by: 1, plate: "1AAA001", key: "order-1")
            #expect(life.order == 1)
            #expect(other.order == 2)
            #expect(life.state.name == .reserved)
        }
    }

    @Test("neither a number of a person nor a plate stands in the database")
    func nothingInClear() async throws {
        try await CardBench.with { bench async throws in
            let card = try await bench.activeCard(of: 1, plate: "1SECRET")
            let digits = try CardBench.person(1).digits
            let dump = try await bench.storage.database.read { database in
                var bytes: [UInt8] = []
                for table in ["place", "slot", "claim", "life", "event", "request"] {
                    for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table)") {
                        for (column, value) in row where column != "holder" && column != "key" {
                            switch value.storage {
                            case .string(let text): bytes += Array(text.utf8)
                            case .blob(let blob): bytes += Array(blob)
                            case .int64, .double, .null: continue
                            }
                        }
                    }
                }
                return bytes
            }
            func holds(_ text: String) -> Bool {
                String(decoding: dump, as: UTF8.self).contains(text)
            }
            #expect(!holds("1SECRET"))
            #expect(!holds(digits))
            #expect(holds("active"))
            let stranger = SQLiteCardStorage(
                database: bench.storage.database,
                key: CardKey(secret: [UInt8](repeating: 8, count: 32)))
            #expect(
                try await stranger.isFree(
                    World.plate("1SECRET"), in: World.schaerbeek, on: World.decisionDay))
            #expect(try await bench.storage.life(card.id) == card)
        }
    }

    @Test("a card of another municipality's decider is told in no way from one that never was")
    func foreign() async throws {
        try await CardBench.with { bench async throws in
            let life = try await bench.apply(by: 1, plate: "1AAA001")
            let stranger = try World.otherEnterprise()
            await #expect(throws: CardFailure.unknownCard) {
                try await bench.office.life(life.id, for: stranger)
            }
        }
    }
}
