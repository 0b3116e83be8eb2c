import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import HTTPFacade
import Logging
import Officials
import Testing

@testable import onlyonce

@Suite("what commands see of officials, and change")
struct OfficialsDeskTests {
    private let bench: InstallationBench

    init() throws { bench = try InstallationBench() }

    private func ask(
        _ installation: Installation, _ method: ControlMethod, _ path: String,
        _ body: JSONValue? = nil, isLogin: Bool = true, roles: CommandLineRoles? = nil
    ) async throws -> ControlReply {
        let desk =
            roles.map { OfficialsDesk(installation.officials.directory, roles: $0) }
            ?? installation.officials.desk
        let route = try #require(
            desk.routes.first { $0.method == method && $0.path == path })
        return await route.answer(
            ControlRequest(body: body, query: [:], userID: 1000, isLogin: isLogin))
    }

    private func enter(
        _ installation: Installation, _ name: String, _ roles: Set<OfficialRole>
    ) async throws -> JSONValue {
        let official = try await installation.officials.directory.enter(
            NewOfficial(userName: try OfficialID(parsing: name), roles: roles),
            for: Orderer(official: try OfficialID(parsing: "application:hr")))
        return .string(official.id.description)
    }

    /// Who ordered the last entry of the log, about whom, and why.
    private func last(_ installation: Installation) async throws -> [ConfidentialValue] {
        let entry = try #require(try await installation.entries.entries(limit: 10_000).last?.entry)
        let opening = LogOpening(
            try bench.configuration.storage, now: { installation.time.now() },
            logger: .init(label: "test"))
        let keys = try await opening.keys()
        return try [ConfidentialField.official, .subject, .reason].map {
            try entry.open($0, using: keys).value
        }
    }

    @Test("names are shown of one at a time, and a deactivation stands in the log with its reason")
    func deactivates() async throws {
        let installation = try await bench.install()
        let anna = try await enter(installation, "official-anna", [.dpo])
        let list = try await ask(installation, .get, "/officials").body
        #expect(list["officials"]?.array?.first?["official"] == anna)
        #expect(!"\(list)".contains("anna"))
        for body: JSONValue in [["official": anna], ["userName": "official-anna"]] {
            let shown = try await ask(installation, .post, "/officials/views", body).body
            #expect(shown["userName"] == "official-anna")
            #expect(shown["roles"] == ["dpo"])
        }
        let silent = try await ask(
            installation, .post, "/officials/deactivations", ["official": anna])
        #expect(silent.status == 400)
        let done = try await ask(
            installation, .post, "/officials/deactivations",
            ["official": anna, "reason": "left us"])
        #expect(done.status == 200)
        #expect(done.body["active"] == false)
        #expect(
            try await last(installation) == [
                .official(try OfficialID(parsing: "unix:1000")),
                .subject(.official(try OfficialID(parsing: "official-anna"))),
                .reason(try StatedReason(parsing: "left us")),
            ])
        let nobody = try await ask(
            installation, .post, "/officials/views", ["userName": "official-ben"])
        #expect(nobody.status == 409)
        await installation.close()
    }

    @Test("a role over rights is lent only for a user who logged in and has it")
    func lendsOwn() async throws {
        let installation = try await bench.install()
        let anna = try await enter(
            installation, "official-anna", [.controlCommission, .parkingDesk])
        let ben = try await enter(installation, "official-ben", [])
        let day = installation.time.today().adding(days: 3).text
        func lend(
            _ role: JSONValue, _ roles: CommandLineRoles?, isLogin: Bool = true
        ) async throws -> Int {
            try await ask(
                installation, .post, "/delegations",
                [
                    "from": anna, "to": ben, "role": role, "reason": "holiday",
                    "until": .string(day),
                ], isLogin: isLogin, roles: roles
            ).status
        }
        let dpo = CommandLineRoles(dpo: [1000], controlCommission: [1001])
        let commission = CommandLineRoles(dpo: [1001], controlCommission: [1000])
        #expect(try await lend("controlCommission", nil) == 400)
        #expect(try await lend("controlCommission", dpo) == 400)
        #expect(try await lend("controlCommission", commission, isLogin: false) == 400)
        #expect(
            try await ask(installation, .get, "/delegations").body["delegations"] == [])
        #expect(try await lend("controlCommission", commission) == 200)
        #expect(try await lend("parkingDesk", nil, isLogin: false) == 200)
        await installation.close()
    }

    @Test("a role is lent and taken back, with a reason, within the limits")
    func lends() async throws {
        let installation = try await bench.install()
        let anna = try await enter(installation, "official-anna", [.dpo])
        let ben = try await enter(installation, "official-ben", [])
        let today = installation.time.today()
        func order(_ days: Int) -> JSONValue {
            [
                "from": anna, "to": ben, "role": "dpo", "reason": "holiday",
                "until": .string(today.adding(days: days).text),
            ]
        }
        let roles = CommandLineRoles(dpo: [1000], controlCommission: [1001])
        let long = try await ask(
            installation, .post, "/delegations", order(400), roles: roles)
        #expect(long.status == 409)
        let given = try await ask(installation, .post, "/delegations", order(3), roles: roles)
        #expect(given.status == 200)
        let listed = try await ask(installation, .get, "/delegations").body
        #expect(listed["delegations"] == [given.body])
        let id = try #require(given.body["delegation"])
        let ended = try await ask(
            installation, .post, "/delegations/revocations",
            ["delegation": id, "reason": "back again"])
        #expect(ended.status == 200)
        #expect(
            try await ask(installation, .get, "/delegations").body["delegations"] == [])
        #expect(
            try await last(installation).last == .reason(try StatedReason(parsing: "back again")))
        let unknown = try await ask(
            installation, .post, "/delegations/revocations",
            ["delegation": anna, "reason": "none"])
        #expect(unknown.status == 409)
        await installation.close()
    }
}
