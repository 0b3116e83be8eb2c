import Facts
import Gateway
import Testing

@Suite("verdicts on driving licences")
struct LicenceVerdictTests {
    private let world: World
    private let person: SSIN

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    private func licence(
        _ categories: Set<LicenceCategory>? = [.b], expires: IncompleteDate? = .year(2035),
        isForfeited: Bool? = nil, unexplained: Bool = false
    ) -> DrivingLicence {
        var licence = DrivingLicence(informationType: categories == nil ? "191" : "194")
        licence.categories = categories
        licence.expires = expires
        licence.isForfeited = isForfeited
        licence.unknownCategories = unexplained ? [Specimens().code] : []
        return licence
    }

    private func verdicts(
        on licences: [DrivingLicence]
    ) async throws -> (holds: Verdict?, drives: Verdict?) {
        var script = SourceScript()
        script.licences = [person: .found(licences)]
        let bench = try await GatewayBench(script)
        return (
            await bench.verdict(on: .holdsDrivingLicence(person)),
            await bench.verdict(on: .mayDrive(person, .b))
        )
    }

    @Test("holding a licence, and driving category B with it on 21 November 2026")
    func rules() async throws {
        let today = IncompleteDate.full(try CalendarDate(parsing: "2026-11-21"))
        let yesterday = IncompleteDate.full(try CalendarDate(parsing: "2026-11-20"))
        let rules: [(String, [DrivingLicence], holds: Verdict, drives: Verdict)] = [
            ("none", [], .unknown(.nothingRegistered), .unknown(.nothingRegistered)),
            ("valid", [licence()], .yes, .yes),
            ("without end", [licence(expires: nil)], .yes, .yes),
            ("another category", [licence([.am])], .yes, .no),
            ("no category", [licence([])], .yes, .no),
            (
                "a code that nobody explains", [licence([.am], unexplained: true)], .yes,
                .unknown(.inconclusive)
            ),
            ("no categories published", [licence(nil)], .yes, .unknown(.notPublished)),
            ("last day", [licence(expires: today)], .yes, .yes),
            (
                "expired", [licence(expires: yesterday)], .unknown(.documentExpired),
                .unknown(.documentExpired)
            ),
            (
                "expired, another category", [licence([.am], expires: yesterday)],
                .unknown(.documentExpired), .no
            ),
            (
                "expires some day this year", [licence(expires: .year(2026))],
                .unknown(.inconclusive), .unknown(.inconclusive)
            ),
            ("forfeited", [licence(isForfeited: true)], .no, .no),
            ("forfeited and expired", [licence(expires: yesterday, isForfeited: true)], .no, .no),
            ("forfeited without categories", [licence(nil, isForfeited: true)], .no, .no),
            ("two, one of them allows", [licence([.am]), licence()], .yes, .yes),
            (
                "two, one of them silent", [licence([.am]), licence(nil)], .yes,
                .unknown(.notPublished)
            ),
        ]
        for (situation, licences, holds, drives) in rules {
            let verdicts = try await verdicts(on: licences)
            #expect(verdicts.holds == holds, "\(situation)")
            #expect(verdicts.drives == drives, "\(situation)")
        }
    }

    @Test("an old model that says nothing of forfeiture does not outweigh a forfeited licence")
    func oldModelBesideForfeited() async throws {
        let forfeited = licence(nil, expires: nil, isForfeited: true)
        let verdicts = try await verdicts(on: [forfeited, licence()])
        #expect(verdicts.holds == .unknown(.inconclusive))
        #expect(verdicts.drives == .unknown(.inconclusive))
        // A licence of which the register says that it is not forfeited stands on its own.
        let other = try await self.verdicts(on: [forfeited, licence(isForfeited: false)])
        #expect(other.holds == .yes)
        #expect(other.drives == .yes)
    }
}
