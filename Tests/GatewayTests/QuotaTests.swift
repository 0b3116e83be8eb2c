import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import GatewayFakes
import Testing

@Suite("a quota is reserved before anything is looked up")
struct QuotaTests {
    private let world: World
    private let person: SSIN
    private let script: SourceScript

    init() throws {
        world = try World()
        person = try world.person(1)
        var script = SourceScript()
        script.persons = [person: .found(Specimens().person(person, in: world.home))]
        self.script = script
    }

    private func right(
        _ id: String = "of-the-caller", perDay: Int?, perOfficial: Int? = nil,
        about population: Population = .everyone
    ) throws -> Authorisation {
        try world.authorisation(
            id, attributes: [.personName], about: population,
            officialRequired: perOfficial != nil,
            quota: Quota(perDay: perDay, perOfficialPerDay: perOfficial))
    }

    private func name(
        _ bench: GatewayBench, of ssin: SSIN? = nil, official: String? = nil
    ) async throws -> ConsultResult<Person> {
        await bench.gateway.person(
            ssin ?? person, [.personName], in: try world.context(official: official))
    }

    @Test("used up, it refuses, is logged, and asks nobody")
    func exhausted() async throws {
        let bench = try await GatewayBench(script, granting: [right(perDay: 2)])
        for _ in 0..<2 { #expect(try await name(bench).fact != nil) }
        let refused = try await name(bench)
        #expect(refused.refusal?.reasons == [.quotaExhausted])
        #expect(bench.calls.count == 2)
        #expect(try await bench.entries(of: refused.consult).map(\.kind) == [.refused])
    }

    @Test("each official has a share of its own")
    func perOfficial() async throws {
        let bench = try await GatewayBench(
            script, granting: [right(perDay: nil, perOfficial: 1)])
        #expect(try await name(bench).refusal?.reasons == [.officialRequired])
        #expect(try await name(bench, official: "one").fact != nil)
        #expect(
            try await name(bench, official: "one").refusal?.reasons == [.quotaExhausted])
        #expect(try await name(bench, official: "two").fact != nil)
    }

    @Test("a subject outside the population uses nothing up; used up, nobody is looked up any more")
    func outsideIsFree() async throws {
        let bench = try await GatewayBench(
            script,
            granting: [
                right(perDay: 1, about: .residents(of: [world.home])), world.populationCheck(),
            ])
        let nobody = try world.person(7)
        for _ in 0..<3 {
            #expect(
                try await name(bench, of: nobody).refusal?.reasons == [.outsidePopulation])
        }
        #expect(try await name(bench).fact != nil)
        let calls = bench.calls.count
        for ssin in [nobody, person] {
            #expect(try await name(bench, of: ssin).refusal?.reasons == [.quotaExhausted])
        }
        #expect(bench.calls.count == calls)
    }

    @Test("an alternative that does not hold uses nothing up, for the official either")
    func alternatives() async throws {
        let rights = [
            try right("a", perDay: 1, perOfficial: 1, about: .residents(of: [world.elsewhere])),
            try right("b", perDay: 3, perOfficial: 3, about: .residents(of: [world.home])),
            try world.populationCheck(),
        ]
        let other = try world.person(2)
        var script = script
        script.persons[other] = .found(Specimens().person(other, in: world.elsewhere))
        let bench = try await GatewayBench(script, granting: rights)
        for _ in 0..<3 { #expect(try await name(bench, official: "one").fact != nil) }
        #expect(try await name(bench, of: other, official: "one").fact != nil)
        #expect(
            try await name(bench, of: other, official: "one").refusal?.reasons
                == [.quotaExhausted])
    }

    @Test("a silent source, of the facts or of the population, uses nothing up")
    func silenceIsFree() async throws {
        let other = try world.person(2)
        var script = script
        script.silent = [other: .unavailable(.tooLate)]
        for population in [Population.everyone, .residents(of: [world.home])] {
            let bench = try await GatewayBench(
                script, granting: [right(perDay: 1, about: population), world.populationCheck()])
            for _ in 0..<3 {
                #expect(try await name(bench, of: other).failure == .unavailable(.tooLate))
            }
            #expect(try await name(bench).fact != nil)
            #expect(try await name(bench).refusal?.reasons == [.quotaExhausted])
        }
    }

    @Test("what could not be recorded uses nothing up; that nobody has the number is an answer")
    func recording() async throws {
        let bench = try await GatewayBench(script, granting: [right(perDay: 2)])
        await bench.storage.fail(.notWritten(.diskFull))
        #expect(try await name(bench).isNotRecorded)
        #expect(try await name(bench, of: world.person(7)).isNotFound)
        #expect(try await name(bench).fact != nil)
        #expect(try await name(bench).refusal?.reasons == [.quotaExhausted])
    }

    @Test("a right without a quota is used first, and a second quota after the first")
    func order() async throws {
        let free = try await GatewayBench(
            script,
            granting: [
                right("a", perDay: 1), world.authorisation("b", attributes: [.personName]),
            ])
        for _ in 0..<3 { #expect(try await name(free).fact != nil) }
        #expect(Set(try await free.asked().map(\.body.authorisation.id.text)) == ["b"])
        let two = try await GatewayBench(
            script, granting: [right("a", perDay: 1), right("b", perDay: 1)])
        for _ in 0..<2 { #expect(try await name(two).fact != nil) }
        #expect(try await name(two).refusal?.reasons == [.quotaExhausted])
        #expect(try await two.asked().map(\.body.authorisation.id.text) == ["a", "b"])
    }

    @Test("what cannot be counted is not given, and that is no refusal")
    func silent() async throws {
        let bench = try await GatewayBench(script, granting: [right(perDay: 5)])
        await bench.quotas.fail(.unknownOutcome)
        #expect(try await name(bench).failure == .unavailable(.unreachable))
        #expect(bench.calls.isEmpty)
    }

    @Test("many at once get no more than there is")
    func concurrent() async throws {
        let bench = try await GatewayBench(script, granting: [right(perDay: 5)])
        let given = try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for _ in 0..<30 { tasks.addTask { try await name(bench).fact != nil } }
            return try await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(given == 5)
    }
}
