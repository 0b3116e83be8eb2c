import AccessRights
import CanonicalJSON
import Foundation
import HTTPFacade
import Testing

@testable import onlyonce

@Suite("Rights on the command line")
struct CommandLineRolesTests {
    private let bench: InstallationBench
    init() throws { bench = try InstallationBench() }

    /// A document of the folder, under another name.
    private func document(_ name: String) throws -> String {
        let folder = try bench.configuration.documents.authorisations
        let text = try String(contentsOfFile: folder + "/tax-department.yaml", encoding: .utf8)
        return text.replacing("tax-department\"\ntitle", with: "\(name)\"\ntitle")
            .replacing("id: tax-department\n", with: "id: \(name)\n")
    }

    private func order(
        _ desk: RightsDesk, _ route: String, _ body: JSONValue, user: UInt32, isLogin: Bool = true
    ) async throws -> ControlReply {
        let found = try #require(desk.routes.first { $0.path == route })
        return await found.answer(
            ControlRequest(body: body, query: [:], userID: user, isLogin: isLogin))
    }

    private func step(
        _ desk: RightsDesk, _ step: String, _ hash: JSONValue?, user: UInt32, isLogin: Bool = true
    ) async throws -> ControlReply {
        var body: JSONObject = ["step": .string(step), "authorisation": "tax-two"]
        body["hash"] = hash
        return try await order(desk, "/rights/orders", .object(body), user: user, isLogin: isLogin)
    }

    @Test(
        "users who logged in take the steps of their roles, and one approves what another drafted")
    func roles() async throws {
        let installation = try await bench.install()
        let desk = RightsDesk(
            installation.rights.register, applications: installation.documents.applications,
            roles: CommandLineRoles(dpo: [1001, 1003], controlCommission: [1002, 1003]),
            time: installation.time)
        let draft: JSONValue = ["document": .string(try document("tax-two"))]
        for stranger: UInt32 in [0, 1002] {
            let refused = try await order(desk, "/rights/imports", draft, user: stranger)
            #expect(refused.status == 409)
            #expect(refused.body["detail"]?.string?.contains("does not let") == true)
        }
        let drafted = try await order(desk, "/rights/imports", draft, user: 1003)
        #expect(drafted.status == 200, "\(drafted.body)")
        let hash = drafted.body["hash"]
        #expect(try await step(desk, "submit", hash, user: 1001).status == 200)
        #expect(try await step(desk, "approve", hash, user: 1001).status == 409)
        // Both roles, and a hand in it.
        let own = try await step(desk, "approve", hash, user: 1003)
        #expect(own.body["detail"]?.string?.contains("cannot approve") == true)
        let unseen = try await step(desk, "approve", nil, user: 1002)
        #expect(
            unseen.body["detail"]?.string?.contains(try #require(hash?.string)) == true)
        // Nobody knows who it is that runs as that user.
        let masked = try await step(desk, "approve", hash, user: 1002, isLogin: false)
        #expect(masked.body["detail"]?.string?.contains("logged in") == true)
        #expect(try await step(desk, "approve", hash, user: 1002).status == 200)
        await installation.close()
    }

    @Test("without roles everything is done but approving")
    func withoutRoles() async throws {
        let installation = try await bench.install()
        let desk = installation.rightsDesk
        let draft: JSONValue = ["document": .string(try document("tax-two"))]
        let drafted = try await order(desk, "/rights/imports", draft, user: 1001)
        #expect(drafted.status == 200, "\(drafted.body)")
        let hash = drafted.body["hash"]
        #expect(try await step(desk, "submit", hash, user: 1001).status == 200)
        let refused = try await step(desk, "approve", hash, user: 1002)
        #expect(refused.body["detail"]?.string?.contains("cannot approve") == true)
        #expect(try await step(desk, "revoke", nil, user: 1001).status == 200)
        await installation.close()
    }

    @Test("users are named or numbered; who does not exist is nobody")
    func users() {
        #expect(CommandLineRoles.user("root") == 0)
        #expect(CommandLineRoles.user("1001") == 1001)
        #expect(CommandLineRoles.user("no-such-user-here") == nil)
        #expect(CommandLineRoles.user("-1") == nil)
    }
}
