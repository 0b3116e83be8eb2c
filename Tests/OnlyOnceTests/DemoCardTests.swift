import Facts
import Gateway
import ParkingCards
import SQLiteStorage
import TestSupport
import Testing

@testable import onlyonce

/// The cards that make the fifth check of the demo fail.
struct DemoCardTests {
    private let folder: TemporaryFolder
    private let municipality = NISCode(Municipality.schaerbeek)
    private let first: CalendarDate

    init() throws {
        folder = try TemporaryFolder()
        first = try CalendarDate(parsing: "2026-11-21")
    }

    @Test("a household has its two cards on every day of a demo, however old the data folder is")
    func cards() async throws {
        let cards = try await SQLiteCardStorage.open(
            at: folder.path + "/cards.sqlite",
            key: CardKey(secret: [UInt8](repeating: 7, count: 32)))
        let holders = try [UInt8(1), 2].map {
            try #require(Pseudonym(bytes: [UInt8](repeating: $0, count: 32)))
        }
        let plates = try [Plate(parsing: "1ABC123"), Plate(parsing: "1ABC124")]
        for days in [0, 0, 1, 364, 365, 366, 1000, 1001] {
            let day = first.adding(days: days)
            for (index, plate) in plates.enumerated() {
                try await cards.giveCard(
                    to: HouseholdPseudonyms(
                        holder: holders[index], others: Set(holders), isCollective: false),
                    for: plate, in: municipality, on: day, number: UInt64(index))
            }
            let live = try await cards.liveCards(
                of: Set(holders), .resident, in: municipality, on: day)
            #expect(live == 2, "after \(days) days")
        }
        await cards.close()
    }
}
