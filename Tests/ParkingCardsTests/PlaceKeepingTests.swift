import Facts
import Gateway
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("A card keeps its place as long as it counts, and no longer")
struct PlaceKeepingTests {
    /// Counts by household, and has an official confirm every grant.
    private static func confirming(_ text: String) -> String {
        text.replacing("grant_mode: automatic", with: "grant_mode: official")
    }

    @Test("a grant that waits for its official keeps its place and its plate")
    func proposedGrant() async throws {
        try await CardBench.with(changing: Self.confirming) { bench async throws in
            bench.examiner.joinHousehold(try (1...3).map { try CardBench.person($0) })
            let first = try await bench.apply(by: 1, plate: "1AAA001")
            #expect(first.state == .grantProposed)
            bench.clock.move(days: 60)
            let second = try await bench.apply(by: 2, plate: "1AAA002")
            #expect(second.state == .grantProposed)
            let third = try await bench.apply(by: 3, plate: "1AAA003")
            #expect(third.state == .refusalProposed(first: nil))
            let stranger = try await bench.apply(by: 4, plate: "1AAA001")
            #expect(stranger.assessment?.reasons.first == "PLATE_HAS_CARD")
            let confirmed = try await bench.life(
                bench.office.confirmGrant(
                    of: first.id, by: bench.official("anna"), for: bench.order()))
            #expect(confirmed.state == .reserved(until: bench.clock.today().adding(days: 14)))
        }
    }

    @Test("a place that lapsed is not held again")
    func lapsedPlace() async throws {
        try await CardBench.with { bench async throws in
            var life = try await bench.apply(by: 1, plate: "1AAA001")
            life.revision += 1
            let day = bench.clock.today().adding(days: 60)
            let outcome = try await bench.storage.commit(
                CardChange(life, [], .hold(until: day.adding(days: 1), on: day)))
            #expect(outcome == .quotaFull)
        }
    }
}
