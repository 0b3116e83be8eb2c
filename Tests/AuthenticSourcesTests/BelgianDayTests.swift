import CanonicalJSON
import Facts
import Gateway
import Testing

@testable import AuthenticSources

/// Belgium is one hour before UTC in winter and two in summer, so near midnight its day can be
/// another than that of the clock which stamps the messages.
@Suite("An adapter judges by the day in Belgium")
struct BelgianDayTests {
    struct Moment: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The instant in UTC, and its day there.
        let instant: Timestamp
        let utcDay: String
        let (dayBefore, day, dayAfter): (String, String, String)
    }

    static let moments = [
        Moment(
            testDescription: "23:30 in winter", instant: Timestamp(milliseconds: 1_768_429_800_000),
            utcDay: "2026-01-14", dayBefore: "2026-01-13", day: "2026-01-14",
            dayAfter: "2026-01-15"),
        Moment(
            testDescription: "00:30 in winter", instant: Timestamp(milliseconds: 1_768_433_400_000),
            utcDay: "2026-01-14", dayBefore: "2026-01-14", day: "2026-01-15",
            dayAfter: "2026-01-16"),
        Moment(
            testDescription: "23:30 in summer", instant: Timestamp(milliseconds: 1_784_064_600_000),
            utcDay: "2026-07-14", dayBefore: "2026-07-13", day: "2026-07-14",
            dayAfter: "2026-07-15"),
        Moment(
            testDescription: "00:30 in summer", instant: Timestamp(milliseconds: 1_784_068_200_000),
            utcDay: "2026-07-14", dayBefore: "2026-07-14", day: "2026-07-15",
            dayAfter: "2026-07-16"),
    ]

    @Test("the moments are what they say", arguments: moments)
    func isSaidRightly(_ moment: Moment) {
        #expect(moment.instant.utcDate.text == moment.utcDay)
    }

    @Test("a registration stands from its first day there", arguments: moments)
    func registration(_ moment: Moment) async throws {
        for (start, isPresent) in [(moment.day, true), (moment.dayAfter, false)] {
            let item = DIVHarness.setting(
                DIVHarness.item, ["license", "startSituationDate"], .string(start))
            let harness = try DIVHarness(
                [.registrations: DIVHarness.answer(item)],
                today: try CalendarDate(parsing: moment.day))
            let found = try await harness.register([.vehicleMake])
            #expect((found != nil) == isPresent, "from \(start)")
        }
    }

    @Test("a holder is the one of that day", arguments: moments)
    func holder(_ moment: Moment) async throws {
        func titular(from start: String, _ number: String) -> JSONValue {
            let item = DIVHarness.setting(
                DIVHarness.titular(DIVHarness.person),
                ["titular", "license", "startSituationDate"], .string(start))
            return DIVHarness.setting(
                item, ["titular", "person", "nationalNr", "identificator"], .string(number))
        }
        let (old, new) = (KSZHarness.subject, KSZHarness.partner)
        for (start, expected) in [(moment.day, new), (moment.dayAfter, old)] {
            let harness = try DIVHarness(
                [
                    .registrationsTitular: DIVHarness.answer(
                        titular(from: "2020-02-20", old.digits), titular(from: start, new.digits))
                ], today: try CalendarDate(parsing: moment.day))
            let found = try await harness.register([.vehicleHolder])
            #expect(found?.holder == .person(expected), "from \(start)")
        }
    }

    @Test("an address is protected from the first day to the last", arguments: moments)
    func protection(_ moment: Moment) async throws {
        let cases = [
            (moment.day, "2030-01-01", true), (moment.dayAfter, "2030-01-01", false),
            ("2020-01-01", moment.day, true), ("2020-01-01", moment.dayBefore, false),
        ]
        let schema = try #require(KSZSchemas.own)
        let today = try CalendarDate(parsing: moment.day)
        for (start, end, isProtected) in cases {
            let file = try KSZMessage(file: [PersonVectors.protected(start, end)]).bytes()
            let client = try KSZHarness(schema: schema).client(
                at: moment.instant, today: today
            ) { _ throws(SourceFailure) in SourceResponse(status: 200, body: file) }
            let reply = try await KSZNationalRegister(client).person(
                KSZHarness.subject, [.personAddressProtected], using: KSZHarness.capability())
            guard case .found(let person) = reply.finding else {
                Issue.record("nobody was found")
                return
            }
            #expect(person.addressProtected == isProtected, "\(start) to \(end)")
        }
    }
}
