import Facts
import Gateway
import Testing

@Suite("verdicts on persons")
struct PersonVerdictTests {
    private let world: World
    private let person: SSIN

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    private func verdict(
        on verification: Verification, about facts: Person, on day: String = "2026-11-21"
    ) async throws -> Verdict? {
        var script = SourceScript()
        script.persons = [person: .found(facts)]
        return try await GatewayBench(script, on: day).verdict(on: verification)
    }

    @Test("alive, dead, or not on record")
    func isAlive() async throws {
        let rules: [(VitalStatus?, Verdict)] = [
            (.alive, .yes), (.deceased(on: nil), .no), (.deceased(on: .year(2020)), .no),
            (nil, .unknown(.inconclusive)),
        ]
        for (status, expected) in rules {
            var facts = Person(ssin: person)
            facts.vitalStatus = status
            #expect(try await verdict(on: .isAlive(person), about: facts) == expected)
        }
    }

    @Test(
        "eighteen, when every possible birthday agrees",
        arguments: [
            ("2008-11-21", "2026-11-21", Verdict.yes),
            ("2008-11-22", "2026-11-21", .no),
            ("2008-11-20", "2026-11-21", .yes),
            ("2008-02-29", "2026-02-28", .no),
            ("2008-02-29", "2026-03-01", .yes),
            ("2008-03-01", "2026-02-28", .no),
            ("2008-00-00", "2026-11-21", .unknown(.inconclusive)),
            ("2008-00-00", "2026-12-30", .unknown(.inconclusive)),
            ("2008-00-00", "2026-12-31", .yes),
            ("2007-00-00", "2026-01-01", .yes),
            ("2009-00-00", "2026-12-31", .no),
            ("2008-11-00", "2026-11-21", .unknown(.inconclusive)),
            ("2008-11-00", "2026-11-30", .yes),
            ("2008-10-00", "2026-11-21", .yes),
            ("2008-12-00", "2026-11-30", .no),
            ("2008-02-00", "2026-02-28", .unknown(.inconclusive)),
            ("2007-02-00", "2025-02-28", .yes),
        ])
    func isAdult(birth: String, day: String, expected: Verdict) async throws {
        var facts = Person(ssin: person)
        facts.birthDate = try IncompleteDate(parsing: birth)
        let answer = try await verdict(on: .isAdult(person, age: 18), about: facts, on: day)
        #expect(answer == expected)
    }

    @Test("an age without a birth date stays open, whatever the number says")
    func ageWithoutBirthDate() async throws {
        let facts = Person(ssin: person)
        let answer = try await verdict(on: .isAdult(person, age: 18), about: facts)
        #expect(answer == .unknown(.inconclusive))
    }

    @Test("a resident, and a move that is pending is never a no")
    func isResident() async throws {
        let removal = ManagingMunicipality.removed(Specimens().code, since: nil)
        let rules: [(ManagingMunicipality?, isPending: Bool?, Verdict)] = [
            (.municipality(world.home, since: nil), nil, .yes),
            (.municipality(world.home, since: nil), true, .yes),
            (.municipality(world.elsewhere, since: nil), nil, .no),
            (.municipality(world.elsewhere, since: nil), false, .no),
            (.municipality(world.elsewhere, since: nil), true, .unknown(.addressChangePending)),
            (removal, nil, .no),
            (removal, false, .no),
            (removal, true, .unknown(.addressChangePending)),
            (nil, nil, .unknown(.inconclusive)),
        ]
        for (municipality, isPending, expected) in rules {
            var facts = Person(ssin: person)
            facts.managingMunicipality = municipality
            facts.addressChangePending = isPending
            let answer = try await verdict(on: .isResidentOf(person, world.home), about: facts)
            #expect(answer == expected)
        }
    }

    @Test("the BIS register knows no main residence, so its silence is an answer")
    func bisResident() async throws {
        let birth = try IncompleteDate(parsing: "1980-03-04")
        let bis = try SSIN(birth: birth, sequence: 911, monthOffset: 40)
        #expect(bis.kind == .bis)
        var script = SourceScript()
        script.persons = [bis: .found(Person(ssin: bis))]
        let bench = try await GatewayBench(script)
        #expect(await bench.verdict(on: .isResidentOf(bis, world.home)) == .no)
    }
}
