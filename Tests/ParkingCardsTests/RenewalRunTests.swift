import Facts
import SQLiteStorage
import Testing

@testable import ParkingCards

@Suite("A renewal run renews every card of a municipality once")
struct RenewalRunTests {
    private func run(
        _ bench: CardBench, isDry: Bool = false, width: Int = 4
    ) async throws -> RenewalReport {
        try await RenewalRun(
            of: bench.examiner.regulation.municipality,
            expiringBefore: World.day("2027-04-01"), by: bench.office, in: bench.context(),
            isDry: isDry, width: width
        ).run { _ in }
    }

    private func cards(_ bench: CardBench, _ count: Int) async throws -> [CardLife] {
        var cards: [CardLife] = []
        for number in 1...count {
            cards.append(try await bench.activeCard(of: number, plate: "1CAR\(number)"))
        }
        bench.clock.move(to: World.day("2027-02-20"))
        return cards
    }

    @Test("renewed, undetermined and proposed for refusal are told apart, and nothing comes twice")
    func report() async throws {
        try await CardBench.with { bench async throws in
            _ = try await cards(bench, 6)
            bench.examiner.answer(.isResident, .known(false), about: try CardBench.person(1))
            bench.examiner.answer(
                .isRegistered, .unknown(.sourceUnavailable), about: try CardBench.person(2))
            for _ in 1...2 {
                let report = try await run(bench)
                #expect(report.cards == 6)
                #expect(report.renewed == 4)
                #expect(report.proposedForRefusal == 1)
                #expect(report.undetermined == ["SOURCE_UNAVAILABLE": 1])
                #expect(report.failed == 0)
            }
            bench.examiner.answer(.isRegistered, nil, about: try CardBench.person(2))
            let report = try await run(bench)
            #expect(report.renewed == 5)
            #expect(report.undetermined.isEmpty)
            let live = try await bench.storage.liveCards(
                .resident, in: World.schaerbeek, on: bench.clock.today())
            #expect(live == 6)
        }
    }

    @Test("a dry run tells the same and keeps nothing")
    func dry() async throws {
        try await CardBench.with { bench async throws in
            let cards = try await cards(bench, 3)
            bench.examiner.answer(.isResident, .known(false), about: try CardBench.person(1))
            let report = try await run(bench, isDry: true)
            #expect(report.renewed == 2)
            #expect(report.proposedForRefusal == 1)
            for card in cards {
                #expect(try await bench.storage.renewal(of: card.id) == nil)
            }
        }
    }

    @Test("a run that was ended half-way is gone on with, and no card is renewed twice")
    func resumed() async throws {
        try await CardBench.with { bench async throws in
            let cards = try await cards(bench, 4)
            bench.examiner.interrupt(try CardBench.person(1))
            let first = try await run(bench)
            #expect(first.failed == 1)
            bench.examiner.interrupt(nil)
            let second = try await run(bench)
            #expect(second.failed == 0)
            #expect(second.renewed == 4)
            var renewals: Set<CardID> = []
            for card in cards {
                renewals.insert(try requireValue(await bench.storage.renewal(of: card.id)))
            }
            #expect(renewals.count == 4)
            let orders = try await bench.storage.cards(
                in: World.schaerbeek, .reserved, after: nil, limit: 100)
            #expect(orders.count == 4)
        }
    }

    @Test("cards that are renewed on request alone are left to their holders")
    func onRequest() async throws {
        func onRequest(_ text: String) -> String {
            text.replacing("mode: automatic", with: "mode: on_request")
        }
        try await CardBench.with(changing: onRequest) { bench async throws in
            _ = try await cards(bench, 2)
            let report = try await run(bench)
            #expect(report.onRequest == 2)
            #expect(report.renewed == 0)
        }
    }
}
