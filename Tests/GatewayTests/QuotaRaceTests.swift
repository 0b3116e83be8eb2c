import AccessRights
import ConsultLog
import Facts
import Gateway
import SQLiteStorage
import TestSupport
import Testing

@Suite("many requests at once, and a quota in SQLite")
struct QuotaRaceTests {
    @Test("give at most what is left, and what gave nothing can be used again")
    func race() async throws {
        let world = try World()
        let (inside, outside, silent) = (
            try world.person(1), try world.person(2), try world.person(3)
        )
        var script = SourceScript()
        script.persons = [
            inside: .found(Specimens().person(inside, in: world.home)),
            outside: .found(Specimens().person(outside, in: world.elsewhere)),
        ]
        script.silent = [silent: .unavailable(.tooLate)]
        let right = try world.authorisation(
            attributes: [.personName], about: .residents(of: [world.home]),
            officialRequired: true, quota: Quota(perDay: 7, perOfficialPerDay: 5))
        let folder = try TemporaryFolder()
        let quotas = try await SQLiteQuotaStorage.open(at: folder.path + "/quotas.sqlite")
        let bench = try await GatewayBench(
            script, granting: [right, world.populationCheck()], countedBy: quotas)
        func isAnswered(_ ssin: SSIN, for official: String) async throws -> Bool {
            let context = try world.context(official: official)
            return await bench.gateway.person(ssin, [.personName], in: context).fact != nil
        }
        let given = try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for number in 0..<60 {
                let ssin = [inside, outside, silent][number % 3]
                tasks.addTask { try await isAnswered(ssin, for: "official \(number % 2)") }
            }
            return try await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(given <= 7)
        // One after the other the rest is there, to the last one.
        var more = 0
        for official in ["official 0", "official 1"] {
            while try await isAnswered(inside, for: official) { more += 1 }
        }
        #expect(given + more == 7)
        await quotas.close()
        withExtendedLifetime(folder) {}
    }
}
