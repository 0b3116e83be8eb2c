import Facts
import ParkingCards
import Testing

@Suite("Amounts and terms")
struct ValueTests {
    @Test(
        "amounts are exact",
        arguments: [("28", 2800), ("28.50", 2850), ("0", 0), ("99999.99", 9_999_999)])
    func amounts(_ text: String, _ cents: Int) throws {
        #expect(try #require(Euros(parsing: text)).cents == cents)
    }

    @Test(
        "what is no amount is not read",
        arguments: ["", ".", "-1", "+1", "1.5", "1.555", "1,50", "100000", "1e3", "1.", "٣"])
    func noAmounts(_ text: String) { #expect(Euros(parsing: text) == nil) }

    @Test("terms count in months", arguments: [("P1Y", 12), ("P2Y", 24), ("P3M", 3), ("P12M", 12)])
    func terms(_ text: String, _ months: Int) throws {
        #expect(try #require(Term(parsing: text)).months == months)
    }

    @Test(
        "what is no term is not read",
        arguments: ["", "P", "PY", "P0Y", "P01Y", "P1D", "1Y", "P-1Y", "P100Y", "p1y", "P1Y "])
    func noTerms(_ text: String) { #expect(Term(parsing: text) == nil) }

    @Test("a period contains its first and last day, and no other")
    func periods() {
        let period = World.period("2024-02-28", "2024-03-01")
        #expect(!period.contains(World.day("2024-02-27")))
        #expect(period.contains(World.day("2024-02-28")))
        #expect(period.contains(World.day("2024-02-29")))
        #expect(period.contains(World.day("2024-03-01")))
        #expect(!period.contains(World.day("2024-03-02")))
        #expect(
            ValidityPeriod(from: World.day("2024-03-01"), until: World.day("2024-02-29")) == nil)
    }
}
