import Facts
import ParkingCards
import StrictYAML
import Testing

@Suite("The regional frame, in two times")
struct LowEmissionTests {
    @Test(
        "the minimum of a day is the one that was known on another",
        arguments: [
            ("2017-12-31", "2026-03-10", nil), ("2018-01-01", "2017-12-31", nil),
            ("2018-01-01", "2018-01-01", [2, 0]), ("2018-12-31", "2018-12-31", [2, 0]),
            ("2019-01-01", "2019-01-01", [3, 2]), ("2019-12-31", "2019-12-31", [3, 2]),
            ("2020-01-01", "2020-01-01", [4, 2]), ("2021-12-31", "2021-12-31", [4, 2]),
            ("2022-01-01", "2022-01-01", [5, 2]), ("2024-12-31", "2024-12-31", [5, 2]),
            // Announced in 2018, postponed in 2024, and the postponement suspended in 2025.
            ("2025-01-01", "2024-10-30", [6, 3]), ("2025-01-01", "2024-10-31", [5, 2]),
            ("2025-01-01", "2025-09-10", [5, 2]), ("2025-01-01", "2025-09-11", [6, 3]),
            ("2026-03-10", "2026-03-10", [6, 3]),
        ])
    func calendar(_ day: String, _ known: String, _ minimum: [Int]?) throws {
        let rule = try World.region().lowEmissionRule(
            on: World.day(day), asKnownOn: World.day(known))
        #expect(rule.map { [$0.minimum.diesel, $0.minimum.petrol] } == minimum)
    }

    @Test("what is not known is no refusal, and what the zone does not concern is admitted")
    func admission() throws {
        let day = World.decisionDay
        let rule = try #require(try World.region().lowEmissionRule(on: day, asKnownOn: day))
        func admits(
            _ category: VehicleCategory? = .m1, _ kind: PlateKind? = .normal,
            diesel: Bool? = true, euro: Int? = 5
        ) -> Bool? {
            rule.admits(category: category, plateKind: kind, isDiesel: diesel, euro: euro)
        }
        #expect(admits() == false)
        #expect(admits(euro: 6) == true)
        #expect(admits(diesel: false, euro: 3) == true)
        #expect(admits(diesel: false, euro: 2) == false)
        #expect(admits(diesel: nil) == true)
        #expect(admits(euro: nil) == nil)
        #expect(admits(nil) == nil)
        #expect(admits(.m1, nil) == nil)
        #expect(admits(.m1, .oldtimer) == true)
        #expect(admits(.l3e) == true)
        for category in [VehicleCategory.m1, .n1, .m2, .m3] { #expect(admits(category) == false) }
    }

    @Test(
        "a frame is read strictly",
        arguments: [
            ("diesel: 2,", "diesel: 10,"), ("diesel: 2,", ""),
            ("categories: [M1", "categories: [X"),
            ("regional-frame/0.1", "regional-frame/9"), ("\"21001\"", "\"2100\""),
            ("milestone: 2025-01-01", "milestone: 2025-02-30"), ("ref: R-LEZ}", "ref: R-1}"),
            ("[oldtimer]", "[spaceship]"), ("lez:", "zone:"),
        ])
    func strictness(_ old: String, _ new: String) throws {
        let text = String(
            decoding: try World.bytes("region/sample-brussels-region"), as: UTF8.self)
        try #require(text.contains(old))
        #expect(throws: YAMLIssues.self) {
            try RegionalFrame(parsing: Array(text.replacing(old, with: new).utf8))
        }
    }
}
