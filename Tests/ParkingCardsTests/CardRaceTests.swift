import Facts
import Foundation
import Gateway
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("Of many who race for few places, exactly as many win, in the order of receipt")
struct CardRaceTests {
    /// Applies for many people at once and gives the lives in the order of receipt.
    private func race(
        _ bench: CardBench, _ count: Int, plate: @escaping @Sendable (Int) -> String
    ) async throws -> [CardLife] {
        try await withThrowingTaskGroup(of: CardLife.self) { group in
            for number in 1...count {
                group.addTask { try await bench.apply(by: number, plate: plate(number)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }.sorted { $0.order < $1.order }
    }

    private func won(_ lives: [CardLife]) -> [Int] {
        lives.filter { $0.state.name == .reserved }.map(\.order)
    }

    @Test("a household: the first two of those who were received", arguments: [1, 2, 3, 12, 24])
    func household(_ count: Int) async throws {
        try await CardBench.with { bench async throws in
            bench.examiner.joinHousehold(try (1...count).map { try CardBench.person($0) })
            let lives = try await race(bench, count) { "1RACE\($0)" }
            #expect(lives.map(\.order) == Array(1...count))
            #expect(won(lives) == Array(1...min(count, 2)))
            for life in lives where life.state == .waiting {
                _ = try await bench.office.assess(
                    life.id, in: bench.context(), by: bench.order())
            }
            for life in lives.dropFirst(2) {
                let state = try await bench.storage.life(life.id)?.state
                #expect(state == .refusalProposed(first: nil))
            }
            let ranks = lives.compactMap(\.entitlement?.rank).sorted()
            #expect(ranks == Array(1...min(count, 2)))
        }
    }

    @Test("an address: two, with two numbers of its slot")
    func address() async throws {
        try await CardBench.with(regulation: "sample-ghent") { bench async throws in
            bench.examiner.setSlot(World.slot("address 1"))
            let lives = try await race(bench, 10) { "1RACE\($0)" }
            #expect(won(lives).count == 2)
            let live = try await bench.storage.liveCards(
                at: World.slot("address 1"), by: .address, .resident,
                in: bench.examiner.regulation.municipality, on: World.decisionDay)
            #expect(live == 2)
        }
    }

    @Test("one plate and many people: one card")
    func plate() async throws {
        try await CardBench.with { bench async throws in
            let lives = try await race(bench, 10) { _ in "1AAA001" }
            #expect(won(lives).count == 1)
            let others = lives.filter { $0.state.name != .reserved }
            #expect(others.allSatisfy { $0.assessment?.reasons == ["PLATE_HAS_CARD"] })
        }
    }

    @Test("two households race beside each other and do not count for each other")
    func twoKeys() async throws {
        try await CardBench.with { bench async throws in
            let lives = try await race(bench, 8) { "1RACE\($0)" }
            // Nobody shares a household: everybody has the places to themselves.
            #expect(won(lives) == Array(1...8))
        }
    }

    @Test("an earlier undetermined application keeps its place until it is decided")
    func undetermined() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...3).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable), about: people[0])
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(first.state == .undetermined(until: nil))
            let second = try await bench.apply(by: 2, plate: "1AAA002")
            #expect(second.state.name == .reserved)
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(third.state == .waiting)
            bench.examiner.answer(.isRegistered, nil, about: people[0])
            func assess(_ life: CardLife) async throws -> CardLife {
                try await bench.life(
                    bench.office.assess(life.id, in: bench.context(), by: bench.order()))
            }
            #expect(try await assess(first).state.name == .reserved)
            #expect(try await assess(third).state == .refusalProposed(first: nil))
        }
    }

    @Test("when the earlier one is withdrawn, the one who waits gets the place")
    func waiting() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...3).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable), about: people[0])
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            _ = try await bench.apply(by: 2, plate: "1AAA002")
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            _ = try await bench.office.withdraw(first.id, by: bench.order())
            #expect(try await bench.storage.life(third.id)?.state.name == .reserved)
        }
    }

    @Test("when the earlier one is decided, housekeeping decides the one who waits")
    func waitingForDecision() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...3).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            bench.examiner.answer(.isRegistered, .unknown(.sourceUnavailable), about: people[0])
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            _ = try await bench.apply(by: 2, plate: "1AAA002")
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            let before = try requireValue(try await bench.storage.life(third.id))
            try await bench.office.tidy()
            #expect(try await bench.storage.life(third.id) == before)
            bench.examiner.answer(.isRegistered, nil, about: people[0])
            _ = try await bench.office.assess(first.id, in: bench.context(), by: bench.order())
            try await bench.office.tidy()
            #expect(
                try await bench.storage.life(third.id)?.state == .refusalProposed(first: nil))
        }
    }

    @Test("two offices over one file share one quota")
    func twoWriters() async throws {
        try await CardBench.with { bench async throws in
            let people = try (1...16).map { try CardBench.person($0) }
            bench.examiner.joinHousehold(people)
            let other = try await SQLiteCardStorage.open(
                at: bench.path, key: World.cardKey)
            let second = CardOffice(
                storage: other, examiner: bench.examiner,
                regulations: [World.schaerbeek: bench.examiner.regulation], key: World.cardKey,
                holder: { ssin, _ in CardBench.pseudonym(of: ssin) }, time: bench.clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...16 {
                    group.addTask {
                        let office = number.isMultiple(of: 2) ? bench.office : second
                        _ = try await office.apply(
                            bench.application(by: number, plate: "1RACE\(number)"),
                            in: bench.context(), by: bench.order())
                    }
                }
                try await group.waitForAll()
            }
            let live = try await bench.storage.liveCards(
                of: Set(people.map { CardBench.pseudonym(of: $0) }), .resident,
                in: World.schaerbeek, on: World.decisionDay)
            #expect(live == 2)
            await other.close()
        }
    }
}
