import ConsultLog
import Facts
import Gateway
import Testing

@Suite("how a look-up ends")
struct OutcomeTests {
    private let world: World
    private let person: SSIN

    init() throws {
        world = try World()
        person = try world.person(1)
    }

    @Test(
        "a source that gives no answer is a failure with its outcome in the log",
        arguments: SourceFailure.samples.indices)
    func fails(_ index: Int) async throws {
        let (failure, outcome, _) = SourceFailure.samples[index]
        var script = SourceScript()
        for operation in SourceOperation.allCases { script.failures[operation] = failure }
        let bench = try await GatewayBench(script)
        let (gateway, context) = (bench.gateway, world.context)
        let failures = [
            await gateway.person(person, [.personName], in: context).failure,
            await gateway.household(of: person, [.householdMembers], in: context).failure,
            await gateway.licences(of: person, [.licenceKind], in: context).failure,
            await gateway.vehicle(world.plate, [.vehicleMake], in: context).failure,
            await gateway.enterprise(world.enterprise, [.enterpriseNames], in: context).failure,
        ]
        #expect(failures == Array(repeating: failure, count: 5))
        #expect(try await bench.outcomes() == Array(repeating: outcome, count: 5))
        #expect(OutcomeClass(failure) == outcome)
    }

    @Test("an unknown subject is not found, and was consulted")
    func unknown() async throws {
        let bench = try await GatewayBench()
        let (gateway, context) = (bench.gateway, world.context)
        let areNotFound = [
            await gateway.person(person, [.personName], in: context).isNotFound,
            await gateway.household(of: person, [.householdMembers], in: context).isNotFound,
            await gateway.licences(of: person, [.licenceKind], in: context).isNotFound,
            await gateway.vehicle(world.plate, [.vehicleMake], in: context).isNotFound,
            await gateway.enterprise(world.enterprise, [.enterpriseNames], in: context)
                .isNotFound,
        ]
        #expect(areNotFound == Array(repeating: true, count: 5))
        #expect(try await bench.outcomes() == Array(repeating: .notFound, count: 5))
        let subjects = try await bench.asked().map { bench.subject(of: $0.entry) }
        let one = Subject.person(person)
        #expect(subjects == [one, one, one, .vehicle(world.plate), .enterprise(world.enterprise)])
    }

    @Test("a new number is followed once, with entries about both numbers")
    func followsOnce() async throws {
        let new = try world.person(2)
        var script = SourceScript()
        script.persons = [
            person: .replaced(by: new), new: .found(Specimens().person(new)),
        ]
        script.licences = [person: .replaced(by: new), new: .found([Specimens().licence()])]
        let bench = try await GatewayBench(script)
        let found = await bench.gateway.person(person, [.personName], in: world.context)
        let licences = await bench.gateway.licences(of: person, [.licenceKind], in: world.context)
        #expect(found.fact?.ssin == new)
        #expect(licences.fact?.count == 1)
        for consult in [found.consult, licences.consult] {
            let entries = try await bench.entries(of: consult)
            #expect(entries.map(\.kind) == [.asked, .answered, .asked, .answered])
            #expect(entries.map(\.ordinal) == [1, 1, 2, 2])
            #expect(
                entries.map { bench.subject(of: $0) } == [.person(person), nil, .person(new), nil])
        }
        #expect(try await bench.outcomes() == [.replaced, .found, .replaced, .found])
        #expect(bench.calls.map(\.intentWasDurable) == [true, true, true, true])
        #expect(Set(bench.calls.map(\.asked)).count == 4)
    }

    @Test("a second new number makes no sense")
    func followsNoFurther() async throws {
        let (second, third) = (try world.person(2), try world.person(3))
        var script = SourceScript()
        script.persons = [
            person: .replaced(by: second), second: .replaced(by: third),
            third: .found(Specimens().person(third)),
        ]
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.failure == .unintelligible(.anotherSubject))
        #expect(bench.calls.map(\.subject) == [.person(person), .person(second)])
        #expect(try await bench.kinds() == [.asked, .answered, .asked, .answered])
    }

    @Test("whoever holds a vehicle is listed when the answer names them, and only then")
    func listsHolder() async throws {
        let firm = world.enterprise
        let holders: [(VehicleHolder, Subject?)] = [
            (.person(person), .person(person)), (.enterprise(firm), .enterprise(firm)),
            (.other(key: "FOREIGN-1"), nil), (.unnamed, nil),
        ]
        for (holder, subject) in holders {
            var script = SourceScript()
            script.vehicles = [
                world.plate: .found(Specimens().vehicle(world.plate, heldBy: holder))
            ]
            let bench = try await GatewayBench(script)
            _ = await bench.gateway.vehicle(world.plate, [.vehicleMake], in: world.context)
            _ = await bench.gateway.vehicle(world.plate, [.vehicleHolder], in: world.context)
            let listed = try await bench.answered().filter { $0.body.role == .listed }
            #expect(listed.map { bench.subject(of: $0.entry) } == (subject.map { [$0] } ?? []))
        }
    }

    @Test("consults at the same time do not mix")
    func manyAtOnce() async throws {
        var script = SourceScript()
        for number in 0..<60 {
            let ssin = try world.person(number)
            script.persons[ssin] = .found(Specimens().person(ssin))
        }
        let bench = try await GatewayBench(script)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                let ssin = try world.person(number)
                group.addTask {
                    let result = await bench.gateway.person(
                        ssin, [.personName], in: bench.world.context)
                    #expect(result.fact?.ssin == ssin)
                    let entries = try await bench.entries(of: result.consult)
                    #expect(entries.map(\.kind) == [.asked, .answered])
                    #expect(bench.subject(of: entries[0]) == .person(ssin))
                }
            }
            try await group.waitForAll()
        }
        #expect(try await LogAudit.violations(of: bench) == [])
    }

    @Test("a death is stated in a box alone")
    func boxesDeath() async throws {
        var dead = Specimens().person(person)
        dead.vitalStatus = .deceased(on: nil)
        var script = SourceScript()
        script.persons = [person: .found(dead)]
        let bench = try await GatewayBench(script)
        _ = await bench.gateway.person(person, [.personVitalStatus], in: world.context)
        _ = await bench.gateway.person(person, [.personName], in: world.context)
        let answered = try await bench.answered()
        #expect(answered.map { bench.stated(in: $0.entry) } == [.deceased, nil])
        #expect(answered.map(\.body.outcome) == [.found, .found])
        let text = try await bench.entries().map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(!text.contains { $0.contains("deceased") })
    }
}
