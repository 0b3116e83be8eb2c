import Facts
import Testing

@Suite("Dates")
struct CalendarTests {
    @Test("every day of 400 years follows the one before it, and round-trips")
    func everyDay() throws {
        var expected = try CalendarDate(parsing: "1801-01-01").daysSinceEpoch
        for year in 1801...2200 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else {
                        continue
                    }
                    let days = date.daysSinceEpoch
                    guard days == expected, CalendarDate(daysSinceEpoch: days) == date else {
                        Issue.record("\(date.text)")
                        return
                    }
                    expected += 1
                }
            }
        }
        #expect(try expected == CalendarDate(parsing: "2201-01-01").daysSinceEpoch)
    }

    @Test(
        "known days have their known numbers",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
            ("0001-01-01", -719_162),
        ])
    func knownDays(_ text: String, _ days: Int) throws {
        let date = try CalendarDate(parsing: text)
        #expect(date.daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: days).text == text)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
            "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T00", "+026-01-01", "",
        ])
    func noDays(_ text: String) {
        #expect(throws: InvalidIdentifier.self) { try CalendarDate(parsing: text) }
    }

    @Test(
        "months are added to the same day, or to the last of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2026-11-21", 12, "2027-11-21"), ("2026-11-21", -12, "2025-11-21"),
            ("2026-11-21", 2, "2027-01-21"), ("2026-03-31", -1, "2026-02-28"),
        ])
    func months(_ from: String, _ count: Int, _ to: String) throws {
        #expect(try CalendarDate(parsing: from).adding(months: count).text == to)
    }

    @Test(
        "a year is complete on the birthday",
        arguments: [
            ("2008-11-21", 18), ("2008-11-22", 17), ("2008-11-20", 18), ("2026-11-21", 0),
            ("2008-02-29", 18),
        ])
    func completedYears(_ birth: String, _ years: Int) throws {
        let today = try CalendarDate(parsing: "2026-11-21")
        #expect(try today.completedYears(since: CalendarDate(parsing: birth)) == years)
    }

    @Test(
        "an incomplete date lies before, after, or nobody knows",
        arguments: [
            ("2026-11-21", true), ("2026-11-22", false), ("2026-11-00", nil), ("2026-10-00", true),
            ("2026-12-00", false), ("2026-00-00", nil), ("2025-00-00", true), ("2027-00-00", false),
        ] as [(String, Bool?)])
    func incomplete(_ text: String, _ answer: Bool?) throws {
        let date = try IncompleteDate(parsing: text)
        #expect(date.text == text)
        #expect(try date.isOnOrBefore(CalendarDate(parsing: "2026-11-21")) == answer)
    }

    @Test(
        "what is no incomplete date is refused",
        arguments: ["0000-00-00", "2026-00-12", "2026-13-00", "2026-02-30", "2026-11"])
    func noIncompleteDates(_ text: String) {
        #expect(throws: InvalidIdentifier.self) { try IncompleteDate(parsing: text) }
    }

    @Test(
        "an instant is written in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_252_442_125, "2026-11-21T09:14:02.125Z"),
            (-86_400_000, "1969-12-31T00:00:00.000Z"),
        ] as [(Int64, String)])
    func instants(_ milliseconds: Int64, _ text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
    }
}
